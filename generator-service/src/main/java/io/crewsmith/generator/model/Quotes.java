package io.crewsmith.generator.model;

import java.util.function.IntPredicate;

/** One Python string literal on one line. */
final class Quotes {

    private static final int LATIN = 0xFF;
    private static final int BASIC_PLANE = 0xFFFF;

    private final StringBuilder literal;
    private final IntPredicate raw;
    private final char quote;
    private boolean carriesMarks;

    private Quotes(String text, IntPredicate raw) {
        this.literal = new StringBuilder(text.length() + 2);
        this.raw = raw;
        this.quote = quote(text);
    }

    /** The literal, its letters readable. */
    static String around(String text) {
        return new Quotes(text, RawText::isVisible).write(text);
    }

    /** The literal, everything outside ASCII escaped. */
    static String aroundAscii(String text) {
        return new Quotes(text, RawText::isAscii).write(text);
    }

    /** Those that need fewer escapes, double ones where it makes no difference, as Black has it. */
    private static char quote(String text) {
        int balance = 0;
        for (int index = 0; index < text.length(); index++) {
            switch (text.charAt(index)) {
                case '"' -> balance++;
                case '\'' -> balance--;
                default -> {}
            }
        }
        return balance > 0 ? '\'' : '"';
    }

    private String write(String text) {
        literal.append(quote);
        text.codePoints().forEach(this::append);
        return literal.append(quote).toString();
    }

    private void append(int codePoint) {
        boolean asItIs = codePoint != quote
                && codePoint != '\\'
                && raw.test(codePoint)
                && (carriesMarks || !RawText.isMark(codePoint));
        if (asItIs) {
            literal.appendCodePoint(codePoint);
        } else {
            literal.append(escape(codePoint));
        }
        carriesMarks = asItIs && codePoint != ' ';
    }

    private static String escape(int codePoint) {
        return switch (codePoint) {
            case '\\' -> "\\\\";
            case '"' -> "\\\"";
            case '\'' -> "\\'";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> {
                String format = codePoint <= LATIN ? "\\x%02x" : codePoint <= BASIC_PLANE ? "\\u%04x" : "\\U%08x";
                yield format.formatted(codePoint);
            }
        };
    }
}
