package io.crewsmith.generator.model;

import java.util.Arrays;

/**
 * How wide formatters take a piece of code to be. They differ: Black before 24.1 counts characters; later versions take two
 * columns for a wide character; ruff does so too, and takes none for a mark that is drawn on the character before it.
 *
 * @param least at most what any formatter measures
 * @param characters what Black before 24.1 measures
 * @param most at least what any formatter measures; without marks, exactly what the newer ones do
 */
record Width(int least, int characters, int most) {

    /** Letters that are drawn before, and counted with, the one that follows them (Prepend of UAX 29). */
    private static final int[] PREPENDED = {
        0xD4E, 0xA8FA, 0x111C2, 0x111C3, 0x113D1, 0x1193F, 0x11941, 0x11A84, 0x11A85, 0x11A86, 0x11A87, 0x11A88,
        0x11A89, 0x11D46, 0x11F02
    };

    private static final int BEFORE_MARKS = 0x300;
    private static final int BEFORE_WIDE = 0x1100;

    static Width of(String code) {
        int least = 0;
        int characters = 0;
        int most = 0;
        for (int index = 0; index < code.length(); characters++) {
            int codePoint = code.codePointAt(index);
            least += isDrawnOnAnother(codePoint) ? 0 : 1;
            most += isWide(codePoint) ? 2 : 1;
            index += Character.charCount(codePoint);
        }
        return new Width(least, characters, most);
    }

    /** Marks, parts of Korean syllables, and skin tones. */
    private static boolean isDrawnOnAnother(int codePoint) {
        return codePoint >= BEFORE_MARKS
                && (RawText.isMark(codePoint)
                        || between(codePoint, 0x1160, 0x11FF)
                        || between(codePoint, 0xD7B0, 0xD7FF)
                        || between(codePoint, 0xFF9E, 0xFF9F)
                        || between(codePoint, 0x1F3FB, 0x1F3FF)
                        || Arrays.binarySearch(PREPENDED, codePoint) >= 0);
    }

    /** East Asian Wide or Fullwidth (UAX 11), in ranges that may hold what is not assigned. */
    private static boolean isWide(int codePoint) {
        return codePoint >= BEFORE_WIDE
                && (isWideLetter(codePoint)
                        || isWideSymbol(codePoint)
                        || Character.isEmojiPresentation(codePoint) && !between(codePoint, 0x1F1E6, 0x1F1FF));
    }

    private static boolean isWideLetter(int codePoint) {
        return between(codePoint, 0x1100, 0x115F)
                || between(codePoint, 0x2E80, 0x303E)
                || between(codePoint, 0x3041, 0x3247)
                || between(codePoint, 0x3250, 0xA4CF)
                || between(codePoint, 0xA960, 0xA97F)
                || between(codePoint, 0xAC00, 0xD7A3)
                || between(codePoint, 0xF900, 0xFAFF)
                || between(codePoint, 0xFF01, 0xFF60)
                || between(codePoint, 0x16FE0, 0x1B2FF)
                || between(codePoint, 0x20000, 0x3FFFD);
    }

    private static boolean isWideSymbol(int codePoint) {
        return between(codePoint, 0x2329, 0x232A)
                || between(codePoint, 0x2630, 0x2637)
                || between(codePoint, 0x268A, 0x268F)
                || between(codePoint, 0xFE10, 0xFE19)
                || between(codePoint, 0xFE30, 0xFE6F)
                || between(codePoint, 0xFFE0, 0xFFE6)
                || between(codePoint, 0x1D300, 0x1D376)
                || between(codePoint, 0x1F200, 0x1F265);
    }

    private static boolean between(int codePoint, int first, int last) {
        return first <= codePoint && codePoint <= last;
    }
}
