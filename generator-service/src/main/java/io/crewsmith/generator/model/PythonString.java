package io.crewsmith.generator.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a text as Python string literals that hold exactly this text, and that Black leaves as they are.
 *
 * <p>A text that fits is one literal. A longer one is wrapped at word ends, and after each line break of its own, into
 * adjacent literals inside parentheses. Letters stay readable; whatever must not be seen raw is escaped.
 */
public final class PythonString {

    /** Black's line length. */
    static final int LINE = 88;

    private static final int INDENT = 4;
    private static final int COMMA = 1;

    private PythonString() {}

    /**
     * The text as code.
     *
     * @param indent spaces at the beginning of the current line
     * @param column characters already on it, the indent included
     */
    public static String write(String text, int indent, int column) {
        String single = Quotes.around(text);
        if (Quotes.leastWidth(single) + column + COMMA <= LINE) {
            return single;
        }
        List<String> pieces = pieces(text, LINE - indent - INDENT);
        if (pieces.size() == 1) {
            return single;
        }
        String margin = "\n" + " ".repeat(indent + INDENT);
        return "(" + margin + String.join(margin, pieces) + "\n" + " ".repeat(indent) + ")";
    }

    private static List<String> pieces(String text, int width) {
        List<String> pieces = new ArrayList<>();
        for (String line : text.splitWithDelimiters("(?<=\n)", 0)) {
            if (!line.isEmpty()) {
                wrap(line, width, pieces);
            }
        }
        return pieces;
    }

    private static void wrap(String line, int width, List<String> pieces) {
        StringBuilder piece = new StringBuilder();
        for (String word : line.split("(?<= )(?! )")) {
            if (!piece.isEmpty() && Quotes.around(piece + word).length() > width) {
                pieces.add(Quotes.around(piece.toString()));
                piece.setLength(0);
            }
            piece.append(word);
        }
        pieces.add(Quotes.around(piece.toString()));
    }
}
