package io.crewsmith.generator.model;

/**
 * Writes a text into a page in Markdown (CommonMark), where it reads as itself: it can neither mark anything up nor hide. Line
 * breaks stay line breaks; whatever must not be seen raw is named by its code point.
 */
public final class PageText {

    private PageText() {}

    /** The text as Markdown, on one line. */
    public static String write(String text) {
        var page = new StringBuilder(text.length() * 2);
        boolean start = true;
        for (int codePoint : text.codePoints().toArray()) {
            page.append(escaped(codePoint, start));
            start = codePoint == '\n' || start && codePoint == ' ';
        }
        return page.toString();
    }

    private static String escaped(int codePoint, boolean start) {
        if (codePoint == '\n') {
            return "<br>";
        }
        if (codePoint == ' ') {
            return start ? "&#32;" : " ";
        }
        if (!RawText.isVisible(codePoint)) {
            return "U+%04X".formatted(codePoint);
        }
        boolean plain = !RawText.isAscii(codePoint) || Character.isLetterOrDigit(codePoint);
        return (plain ? "" : "\\") + Character.toString(codePoint);
    }
}
