package io.crewsmith.python;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.regex.Pattern;

/**
 * Refuses every source that readers of Python may read in different ways, or that is too large to be read safely. What
 * passes is UTF-8 without a byte order mark or control characters, with line feeds alone between its lines.
 */
final class Guard {

    private static final int MAX_BYTES = 512 * 1024;
    private static final int MAX_LINE = 8192;
    /** PEP 263: what makes a comment in line 1 or 2 an encoding declaration. */
    private static final Pattern COOKIE = Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]+)");

    private Guard() {}

    /** The text of the bytes. Throws {@link RefusedSource}. */
    static String text(byte[] source) {
        if (source.length > MAX_BYTES) {
            throw refused(
                    "too-large",
                    Position.WHOLE_FILE,
                    "%d bytes; at most %d, split the file".formatted(source.length, MAX_BYTES));
        }
        String text = decode(source);
        String[] lines = text.split("\n", -1);
        for (int line = 1; line <= lines.length; line++) {
            check(lines[line - 1], line);
        }
        new TokenGuard(text).check();
        return text;
    }

    private static String decode(byte[] source) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(source)).toString();
        } catch (CharacterCodingException e) {
            throw refused("not-utf-8", Position.WHOLE_FILE, "The bytes are not UTF-8; write the file as UTF-8");
        }
    }

    private static void check(String line, int number) {
        if (line.length() > MAX_LINE) {
            throw refused(
                    "line-too-long",
                    new Position(number, 0),
                    "%d characters in one line; at most %d".formatted(line.length(), MAX_LINE));
        }
        if (number <= 2 && COOKIE.matcher(line).find()) {
            throw refused(
                    "coding-cookie",
                    new Position(number, 1),
                    "An encoding declaration changes how the bytes are read; remove it, files are UTF-8");
        }
        for (int index = 0; index < line.length(); index++) {
            char c = line.charAt(index);
            if (isForbidden(c)) {
                throw refused(
                        "control-character",
                        new Position(number, index + 1),
                        "Character U+%04X may be read in different ways; only line feeds and visible text are allowed"
                                .formatted((int) c));
            }
        }
    }

    /** Control characters, line ends that only some readers know, marks of byte order and of text direction. */
    private static boolean isForbidden(char c) {
        return Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029
                || c == 0xFEFF
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    static RefusedSource refused(String reason, Position at, String message) {
        return new RefusedSource(new Refusal(reason, at, message));
    }
}
