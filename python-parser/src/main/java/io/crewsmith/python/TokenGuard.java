package io.crewsmith.python;

import java.util.Locale;

/**
 * Walks over the tokens as Python 3.11 cuts them, where an f-string is one token that ends at its own quote. Refuses
 * what needs newer syntax, what hides from the reader, and nesting that no program needs. Unfinished strings and
 * unmatched brackets are left to the grammar, which has the better words for them.
 */
final class TokenGuard {

    private static final int MAX_BRACKETS = 60;

    private final String text;
    private int index;
    private int line = 1;
    private int lineStart;
    private int brackets;

    TokenGuard(String text) {
        this.text = text;
    }

    /** Throws {@link RefusedSource}. */
    void check() {
        while (index < text.length()) {
            char c = text.charAt(index);
            switch (c) {
                case '\n' -> newLine();
                case '#' -> comment();
                case '\'', '"' -> string("");
                case '(', '[', '{' -> open();
                case ')', ']', '}' -> {
                    brackets--;
                    index++;
                }
                case '\\' -> throw refused("continuation", "A backslash outside of a string joins lines; use brackets");
                default -> word(c);
            }
        }
    }

    private void newLine() {
        index++;
        line++;
        lineStart = index;
    }

    private void comment() {
        while (index < text.length() && text.charAt(index) != '\n') {
            index++;
        }
    }

    private void open() {
        if (++brackets > MAX_BRACKETS) {
            throw refused("too-deep", "More than %d brackets are open; flatten the expression".formatted(MAX_BRACKETS));
        }
        index++;
    }

    private void word(char c) {
        if (c >= 0x80) {
            throw refused(
                    "non-ascii-identifier",
                    "Character U+%04X outside of a string or comment; identifiers are ASCII"
                            .formatted(text.codePointAt(index)));
        }
        if (!isWord(c)) {
            index++;
            return;
        }
        int start = index;
        while (index < text.length() && isWord(text.charAt(index))) {
            index++;
        }
        String word = text.substring(start, index);
        if (word.matches("0[0-9_].*") && !afterPoint(start)) {
            index = start;
            throw refused("leading-zero", "A number with a leading zero is read in different ways; remove the zero");
        }
        if (index < text.length() && isQuote(text.charAt(index))) {
            string(word);
        }
    }

    private boolean afterPoint(int start) {
        return start > 0 && text.charAt(start - 1) == '.';
    }

    private void string(String prefix) {
        boolean formatted =
                prefix.length() <= 2 && prefix.toLowerCase(Locale.ROOT).contains("f");
        char quote = text.charAt(index);
        boolean triple = text.startsWith(String.valueOf(quote).repeat(3), index);
        index += triple ? 3 : 1;
        FormatFields fields = new FormatFields();
        while (index < text.length()) {
            char c = text.charAt(index);
            if (c == quote && (!triple || text.startsWith(String.valueOf(quote).repeat(3), index))) {
                refuse(formatted ? fields.atEnd() : "");
                index += triple ? 3 : 1;
                return;
            }
            refuse(formatted ? fields.next(text, index) : "");
            if (c == '\\') {
                escape();
            } else if (c == '\n') {
                if (!triple) {
                    refuse(formatted ? fields.atEnd() : "");
                    return;
                }
                newLine();
            } else {
                index++;
            }
        }
    }

    private void escape() {
        char next = index + 1 < text.length() ? text.charAt(index + 1) : ' ';
        if (next == '\n') {
            throw refused("continuation", "A backslash at the end of a line joins lines; use brackets");
        }
        if (next == 'N') {
            throw refused("named-character", "Write the character of \\N itself, or its number");
        }
        index += 2;
    }

    private void refuse(String message) {
        if (!message.isEmpty()) {
            throw refused("f-string", message);
        }
    }

    private RefusedSource refused(String reason, String message) {
        return Guard.refused(reason, new Position(line, index - lineStart + 1), message);
    }

    private static boolean isQuote(char c) {
        return c == '\'' || c == '"';
    }

    private static boolean isWord(char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
