package io.crewsmith.generator.model;

import java.util.Arrays;

/** Which characters a reader may see as themselves in code. All others are escaped, so that nothing hides in a review. */
final class RawText {

    private static final int LAST_ASCII = 0x7E;

    /**
     * Letters, marks and symbols that show nothing (Unicode's Default_Ignorable_Code_Point, and two that are blank), and two
     * of Khmer that Unicode advises against.
     */
    private static final int[] BLANK = {
        0x34F, 0x115F, 0x1160, 0x17A4, 0x17B4, 0x17B5, 0x17D8, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0,
        0x1D159
    };

    private RawText() {}

    static boolean isAscii(int codePoint) {
        return ' ' <= codePoint && codePoint <= LAST_ASCII;
    }

    /** Not what controls, hides, reorders, ends a line, or has no meaning yet; of spaces only the common one. */
    static boolean isVisible(int codePoint) {
        return isAscii(codePoint)
                || switch (Character.getType(codePoint)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SPACE_SEPARATOR -> false;
                    default -> !isBlank(codePoint);
                };
    }

    /** A mark is drawn on the character before it. */
    static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isBlank(int codePoint) {
        return Arrays.binarySearch(BLANK, codePoint) >= 0 || isVariationSelector(codePoint);
    }

    private static boolean isVariationSelector(int codePoint) {
        return 0xFE00 <= codePoint && codePoint <= 0xFE0F || 0xE0100 <= codePoint && codePoint <= 0xE01EF;
    }
}
