package io.crewsmith.generator.model;

/**
 * Where in the code a literal begins.
 *
 * @param indent spaces at the beginning of its line
 * @param column characters already on that line, the indent included
 * @param assigned whether the literal is the value of an assignment, not an argument or an element followed by a comma
 */
public record Place(int indent, int column, boolean assigned) {

    /** Black's line length. */
    static final int LINE = 88;

    private static final int STEP = 4;
    private static final int COMMA = 1;

    /** The place behind what is already on the line; only an assignment has spaces around its equals sign. */
    public static Place behind(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return new Place(indent, line.length(), line.endsWith(" = "));
    }

    /** Columns left on the line. */
    int room() {
        return LINE - column - (assigned ? 0 : COMMA);
    }

    /** Columns of a line inside parentheses. */
    int innerRoom() {
        return LINE - indent - STEP;
    }

    /** The code in parentheses, one piece a line. */
    String parenthesized(Iterable<String> pieces) {
        String margin = "\n" + " ".repeat(indent + STEP);
        return "(" + margin + String.join(margin, pieces) + "\n" + " ".repeat(indent) + ")";
    }
}
