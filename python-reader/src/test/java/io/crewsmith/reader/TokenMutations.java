package io.crewsmith.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes to one token of a source. */
final class TokenMutations {

    private static final Pattern TOKEN = Pattern.compile(
            "#[^\n]*|\"\"\"(?s:.)*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*'|[A-Za-z_]\\w*|[0-9][0-9.e+-]*|->|[^\\s\\w]");
    private static final List<String> WORDS = List.of(
            "None", "True", "False", "self", "task", "os", "eval", "lambda", "*", "**", "not", "-", "0", "1.0", "''",
            "()", "[]", ",", ".", "=", ":", "if", "else", "or", "and", "await", "pass", "@", "Agent", "LLM", "crewai",
            "await", "f''", "b''", "x");

    private final Random random;

    TokenMutations(Random random) {
        this.random = random;
    }

    String changed(String source) {
        return token(source, found -> random.nextBoolean() ? one(WORDS) : alike(source, found));
    }

    /** Another token of the source that is a word, a number, a text or a sign too. */
    private String alike(String source, String token) {
        return one(tokens(source).stream()
                .map(place -> source.substring(place[0], place[1]))
                .filter(other -> sort(other) == sort(token))
                .toList());
    }

    private static int sort(String token) {
        char first = token.charAt(0);
        return Character.isLetter(first) || first == '_'
                ? 0
                : Character.isDigit(first) ? 1 : first == '"' || first == '\'' ? 2 : 3;
    }

    String inserted(String source) {
        return token(source, found -> found + " " + one(WORDS));
    }

    String removed(String source) {
        return token(source, found -> "");
    }

    private interface Change {
        String of(String token);
    }

    private String token(String source, Change change) {
        int[] token = one(tokens(source));
        String found = source.substring(token[0], token[1]);
        return source.substring(0, token[0]) + change.of(found) + source.substring(token[1]);
    }

    private static List<int[]> tokens(String source) {
        List<int[]> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(source);
        while (matcher.find()) {
            tokens.add(new int[] {matcher.start(), matcher.end()});
        }
        return tokens;
    }

    String swapped(String source) {
        List<int[]> tokens = tokens(source);
        int first = random.nextInt(tokens.size() - 1);
        int[] a = tokens.get(first);
        int[] b = tokens.get(first + 1);
        return source.substring(0, a[0])
                + source.substring(b[0], b[1])
                + source.substring(a[1], b[0])
                + source.substring(a[0], a[1])
                + source.substring(b[1]);
    }

    /** One that is a text, a number or a flag, to another of its type or of a near one. */
    String literal(String source) {
        List<int[]> literals = tokens(source).stream()
                .filter(token -> source.substring(token[0], token[1]).matches("(?s)[\"'0-9].*|True|False|None"))
                .toList();
        int[] token = one(literals);
        String found = source.substring(token[0], token[1]);
        String other;
        if (found.matches("True|False|None")) {
            other = one(List.of("True", "False", "None", "1", "0", "''"));
        } else if (Character.isDigit(found.charAt(0))) {
            other = one(List.of(
                    "0" + "o7",
                    found + "0",
                    found + ".0",
                    "-" + found,
                    "'" + found + "'",
                    found + "j",
                    "True",
                    "+" + found));
        } else {
            int place = 1 + random.nextInt(found.length() - 1);
            other = found.substring(0, place)
                    + one(List.of("", " ", "\\x00", "\\u202e", "é", "a", "\\n", "{", "'", "\" \"", "\" + \""))
                    + found.substring(Math.min(found.length() - 1, place + random.nextInt(2)));
        }
        return source.substring(0, token[0]) + other + source.substring(token[1]);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
