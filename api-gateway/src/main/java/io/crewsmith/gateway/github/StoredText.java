package io.crewsmith.gateway.github;

/** Texts that somebody wrote at GitHub, as far as they can be stored: no NUL, no halves of characters, not over 10,000 long. */
final class StoredText {

    private static final int LONGEST = 10_000;

    private StoredText() {}

    static String of(String written) {
        String text = written.codePoints()
                .map(point -> isStorable(point) ? point : '\uFFFD')
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return text.length() <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(LONGEST - 1, 0));
    }

    private static boolean isStorable(int point) {
        return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }
}
