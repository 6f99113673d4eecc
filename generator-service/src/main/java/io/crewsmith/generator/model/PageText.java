package io.crewsmith.generator.model;

/**
 * Writes a text into a page in Markdown (CommonMark, and GitHub's), where it reads as itself: it can neither mark anything up
 * nor link nor hide. Line breaks stay line breaks; whatever must not be seen raw is named by its code point.
 */
public final class PageText {

    /** Signs that mean nothing in Markdown, wherever they stand. */
    private static final String HARMLESS = ",;'\"()%?/";

    private final int[] text;
    private final StringBuilder page;

    private PageText(String text) {
        this.text = text.codePoints().toArray();
        this.page = new StringBuilder(text.length() + text.length() / 2);
    }

    /** The text as Markdown, on one line. */
    public static String write(String text) {
        return new PageText(text).write();
    }

    private String write() {
        boolean start = true;
        for (int index = 0; index < text.length; index++) {
            page.append(escaped(index, start));
            start = text[index] == '\n' || start && text[index] == ' ';
        }
        return page.toString();
    }

    private String escaped(int index, boolean start) {
        int codePoint = text[index];
        if (codePoint == '\n') {
            return "<br>";
        }
        if (codePoint == ' ') {
            return start ? "&#32;" : " ";
        }
        if (!RawText.isVisible(codePoint)) {
            return "U+%04X".formatted(codePoint);
        }
        return (isPlain(codePoint, index) ? "" : "\\") + Character.toString(codePoint);
    }

    private boolean isPlain(int codePoint, int index) {
        return !RawText.isAscii(codePoint)
                || Character.isLetterOrDigit(codePoint)
                || HARMLESS.indexOf(codePoint) >= 0
                || codePoint == '-' && isLetter(index - 1)
                || codePoint == '.' && isLetter(index - 1) && isEnd(index + 1);
    }

    private boolean isLetter(int index) {
        return index >= 0 && Character.isLetter(text[index]);
    }

    private boolean isEnd(int index) {
        return index >= text.length || text[index] == ' ' || text[index] == '\n';
    }
}
