package io.crewsmith.git.model;

/**
 * Text of users as code in Markdown: there a forge reads no mention, reference, link, HTML or closing keyword. Nothing
 * ends the code before its end, since its fence is longer than every run of backticks in it.
 */
final class Quoted {

    private static final int LONGEST_IN_A_LINE = 300;
    private static final int LONGEST_LINE = 500;
    private static final String CUT = "…";

    private Quoted() {}

    /** As a part of a line. */
    static String inline(String text) {
        String line = visible(text.replaceAll("\\R", " "), LONGEST_IN_A_LINE);
        String fence = "`".repeat(longestRun(line) + 1);
        // A space on both sides is taken off again, and keeps a backtick at the edge apart from the fence.
        return line.isBlank() ? "` `" : "%s %s %s".formatted(fence, line, fence);
    }

    /**
     * As lines of their own, in that language.
     *
     * @param longest characters of all of them, as they are shown; what is more is cut
     */
    static String block(String language, String text, int longest) {
        StringBuilder shown = new StringBuilder();
        for (String line : text.lines().toList()) {
            String next = visible(line, LONGEST_LINE) + "\n";
            if (shown.length() + next.length() > longest) {
                shown.append(CUT).append(" cut; the run's page shows all of it\n");
                break;
            }
            shown.append(next);
        }
        String lines = shown.toString();
        String fence = "`".repeat(Math.max(3, longestRun(lines) + 1));
        return fence + language + "\n" + lines + fence + "\n";
    }

    /** Hidden and directional characters as their code points; a line that is too long is cut. */
    private static String visible(String line, int longest) {
        StringBuilder visible = new StringBuilder();
        line.codePoints()
                .limit(longest)
                .forEach(character ->
                        visible.append(isHidden(character) ? escaped(character) : Character.toString(character)));
        return line.codePointCount(0, line.length()) > longest ? visible + CUT : visible.toString();
    }

    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String escaped(int character) {
        return "\\u{%x}".formatted(character);
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (char character : text.toCharArray()) {
            run = character == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
