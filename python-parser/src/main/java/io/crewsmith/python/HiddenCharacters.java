package io.crewsmith.python;

/** The characters that must not stand raw in a source: a reader cannot see them, or they change what he sees. */
public final class HiddenCharacters {

    private HiddenCharacters() {}

    /**
     * Whether the character is invisible or reorders text: every format character (zero width, bidirectional, tags),
     * line and paragraph separators, C1 controls, surrogates, private use, blank letters and variation selectors of
     * the supplement. Emoji with their own selector (U+FE0F) stay visible and are not hidden.
     */
    public static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE -> true;
            case Character.CONTROL -> codePoint >= 0x7f;
            default -> isBlankLetter(codePoint) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
        };
    }

    private static boolean isBlankLetter(int codePoint) {
        return switch (codePoint) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> false;
        };
    }
}
