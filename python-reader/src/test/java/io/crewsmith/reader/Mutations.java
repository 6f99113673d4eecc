package io.crewsmith.reader;

import io.crewsmith.python.tree.Node;
import io.crewsmith.python.tree.PythonModule;
import io.crewsmith.python.tree.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Single changes to a source, the same for the same seed. */
final class Mutations {

    private final Random random;
    private final TokenMutations tokens;

    Mutations(long seed) {
        this.random = new Random(seed);
        this.tokens = new TokenMutations(random);
    }

    /** Kinds of changes. */
    enum Kind {
        TOKEN_CHANGED,
        TOKEN_INSERTED,
        TOKEN_REMOVED,
        TOKENS_SWAPPED,
        LITERAL_ALTERED,
        ARGUMENT_MOVED,
        LINE_REMOVED,
        LINE_DUPLICATED,
        STATEMENT_MOVED,
        STATEMENT_DUPLICATED,
        STATEMENT_INSERTED,
        COMMENT_INSERTED,
        CHARACTER_CHANGED
    }

    /** Another source than this; a change that changes nothing is made again. */
    String of(Kind kind, String source, PythonModule tree) {
        String mutant = source;
        while (mutant.equals(source)) {
            mutant = switch (kind) {
                case TOKEN_CHANGED -> tokens.changed(source);
                case TOKEN_INSERTED -> tokens.inserted(source);
                case TOKEN_REMOVED -> tokens.removed(source);
                case TOKENS_SWAPPED -> tokens.swapped(source);
                case LITERAL_ALTERED -> tokens.literal(source);
                case ARGUMENT_MOVED -> lineSwapped(source);
                case LINE_REMOVED -> lines(source, 1, 0);
                case LINE_DUPLICATED -> lines(source, 1, 2);
                case STATEMENT_MOVED -> statement(source, tree, true);
                case STATEMENT_DUPLICATED -> statement(source, tree, false);
                case STATEMENT_INSERTED -> inserted(source);
                case COMMENT_INSERTED -> source.replaceFirst("(?s)^(.{%d}[^\n]*)".formatted(at(source)), "$1  # more");
                case CHARACTER_CHANGED -> character(source);
            };
        }
        return mutant;
    }

    /** Two lines of the same depth, one behind the other or further apart. */
    private String lineSwapped(String source) {
        String[] lines = source.split("\n", -1);
        int first = random.nextInt(lines.length);
        int[] like = IntStream.range(0, lines.length)
                .filter(index ->
                        index != first && !lines[index].isBlank() && depth(lines[index]) == depth(lines[first]))
                .toArray();
        if (like.length == 0) {
            return source;
        }
        int second = like[random.nextInt(like.length)];
        String moved = lines[first];
        lines[first] = lines[second];
        lines[second] = moved;
        return String.join("\n", lines);
    }

    private static int depth(String line) {
        return line.length() - line.stripLeading().length();
    }

    private String lines(String source, int count, int times) {
        List<String> lines = new ArrayList<>(Arrays.asList(source.split("\n", -1)));
        int first = random.nextInt(lines.size() - count);
        List<String> taken = List.copyOf(lines.subList(first, first + count));
        lines.subList(first, first + count).clear();
        IntStream.range(0, times).forEach(time -> lines.addAll(first, taken));
        return String.join("\n", lines);
    }

    /** One of two neighbours, behind the other, or said twice. */
    private String statement(String source, PythonModule tree, boolean move) {
        List<Statement[]> neighbours = new ArrayList<>();
        tree.walk(node -> {
            List<Statement> body = node.children().stream()
                    .filter(Statement.class::isInstance)
                    .map(Statement.class::cast)
                    .toList();
            IntStream.range(1, body.size())
                    .forEach(index -> neighbours.add(new Statement[] {body.get(index - 1), body.get(index)}));
        });
        Node[] pair = one(neighbours);
        String[] lines = source.split("\n", -1);
        List<String> first = Arrays.asList(lines).subList(pair[0].line() - 1, pair[1].line() - 1);
        int end = pair[1].line();
        while (end < lines.length
                && (lines[end].isBlank()
                        || lines[end].matches("\\s*[)\\]}].*")
                        || depth(lines[end]) > depth(lines[pair[1].line() - 1]))) {
            end++;
        }
        List<String> second = Arrays.asList(lines).subList(pair[1].line() - 1, end);
        List<String> mutant = new ArrayList<>(Arrays.asList(lines).subList(0, pair[0].line() - 1));
        mutant.addAll(move ? second : first);
        mutant.addAll(first);
        mutant.addAll(move ? List.of() : second);
        mutant.addAll(Arrays.asList(lines).subList(end, lines.length));
        return String.join("\n", mutant);
    }

    private String inserted(String source) {
        List<String> lines = new ArrayList<>(Arrays.asList(source.split("\n", -1)));
        int index = random.nextInt(lines.size());
        String margin = " ".repeat(depth(lines.get(index)));
        lines.add(
                index,
                margin
                        + one(List.of(
                                "import os",
                                "pass",
                                "x = 1",
                                "print(1)",
                                "self.agent = None",
                                "'text'",
                                "1",
                                "agent.verbose = True",
                                "del self",
                                "x: int")));
        return String.join("\n", lines);
    }

    private String character(String source) {
        int place = at(source);
        String other = one(List.of(
                "", "a", "_", "0", " ", "\n", "\"", "'", ",", ".", "\\", "#", "é", "\u202e", "\t", "\r", "A", ")", "]",
                "}"));
        return source.substring(0, place) + other + source.substring(place + random.nextInt(2));
    }

    private int at(String source) {
        int place = random.nextInt(source.length());
        return Character.isSurrogate(source.charAt(place)) ? 0 : place;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
