package io.crewsmith.generator.model;

/** One Python string literal on one line. */
final class Quotes {

    private static final int LATIN = 0xFF;
    private static final int BASIC_PLANE = 0xFFFF;

    private Quotes() {}

    /** The literal. Its quotes are those that need fewer escapes, double ones where it makes no difference, as Black has it. */
    static String around(String text) {
        long doubles = text.chars().filter(character -> character == '"').count();
        long singles = text.chars().filter(character -> character == '\'').count();
        char quote = doubles > singles ? '\'' : '"';
        StringBuilder literal = new StringBuilder().append(quote);
        text.codePoints().forEach(codePoint -> append(literal, codePoint, quote));
        return literal.append(quote).toString();
    }

    /** The narrowest that any version of Black takes the literal for: combining marks may count nothing. */
    static long leastWidth(String literal) {
        return literal.codePoints()
                .filter(codePoint -> switch (Character.getType(codePoint)) {
                    case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
                    default -> true;
                })
                .count();
    }

    private static void append(StringBuilder literal, int codePoint, char quote) {
        switch (codePoint) {
            case '\\' -> literal.append("\\\\");
            case '\n' -> literal.append("\\n");
            case '\r' -> literal.append("\\r");
            case '\t' -> literal.append("\\t");
            default -> {
                if (codePoint == quote) {
                    literal.append('\\').append(quote);
                } else if (mayBeSeenRaw(codePoint)) {
                    literal.appendCodePoint(codePoint);
                } else {
                    literal.append(escape(codePoint));
                }
            }
        }
    }

    private static String escape(int codePoint) {
        if (codePoint <= LATIN) {
            return "\\x%02x".formatted(codePoint);
        }
        return (codePoint <= BASIC_PLANE ? "\\u%04x" : "\\U%08x").formatted(codePoint);
    }

    /** Not what controls, hides, reorders, ends a line, or has no meaning yet; of spaces only the common one. */
    private static boolean mayBeSeenRaw(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }
}
