package io.crewsmith.generator.model;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Writes a text as Python string literals that hold exactly this text, and that Black and ruff leave as they are.
 *
 * <p>A text that fits is one literal. A longer one goes inside parentheses, wrapped at word ends and after each line break
 * of its own into adjacent literals. Letters stay readable; whatever must not be seen raw is escaped.
 *
 * <p>Formatters put code inside parentheses back on one line as soon as it fits there by their own measure, so a text is
 * wrapped only if it fits by none. A line of wide characters may so be wider than the line length of newer formatters, which
 * leave it.
 */
public final class PythonString {

    private PythonString() {}

    /** The text as code. */
    public static String write(String text, Place place) {
        return place.assigned() && isDisputed(Width.of(Quotes.around(text)), place)
                ? write(text, place, Quotes::aroundAscii)
                : write(text, place, Quotes::around);
    }

    private static String write(String text, Place place, UnaryOperator<String> quotes) {
        String single = quotes.apply(text);
        Width width = Width.of(single);
        if (width.least() <= place.room()) {
            return single;
        }
        if (width.least() <= place.innerRoom()) {
            return place.parenthesized(List.of(single));
        }
        List<String> pieces = Pieces.of(text, place.innerRoom(), quotes);
        return pieces.size() == 1 || fitOnOneLine(pieces, place) ? single : place.parenthesized(pieces);
    }

    /** Each piece has the quotes that it needs fewest escapes for, so all may be shorter than the whole: formatters join them. */
    private static boolean fitOnOneLine(List<String> pieces, Place place) {
        return Width.of(String.join(" ", pieces)).least() <= place.innerRoom();
    }

    /**
     * Whether formatters disagree about parentheses: around the value of an assignment they put them where that makes it
     * fit. Only ASCII is as wide for one as for another.
     */
    private static boolean isDisputed(Width width, Place place) {
        return width.least() < width.characters()
                ? fit(width.least(), place) != fit(width.most(), place)
                : fit(width.characters(), place) != fit(width.most(), place)
                        && (fit(width.characters(), place) == Fit.INSIDE || fit(width.most(), place) == Fit.INSIDE);
    }

    private static Fit fit(int width, Place place) {
        return width <= place.room() ? Fit.ON_THE_LINE : width <= place.innerRoom() ? Fit.INSIDE : Fit.NOWHERE;
    }

    private enum Fit {
        ON_THE_LINE,
        INSIDE,
        NOWHERE
    }
}
