package io.crewsmith.python;

import io.crewsmith.python.tree.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Looks at a source character by character, before any parser sees it. What it refuses is read differently by
 * CPython, by this parser or by a person: see the list of holes in the module's README.
 */
final class TextGuard {

    static final int MAX_BYTES = 512 * 1024;
    static final int MAX_LINE = 8_192;
    private static final int MAX_REFUSALS = 100;
    // PEP 263, section "Defining the Encoding"
    private static final Pattern COOKIE = Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-\\w.]+)");

    private final List<Refusal> refusals = new ArrayList<>();
    private int line = 1;
    private int column = 1;
    private int backslashes;

    private TextGuard() {}

    static List<Refusal> check(String source) {
        var guard = new TextGuard();
        guard.cookie(source);
        source.codePoints().forEach(guard::character);
        guard.endOfLine();
        return List.copyOf(guard.refusals);
    }

    private void cookie(String source) {
        var lines = source.split("\n", 3);
        for (int i = 0; i < Math.min(2, lines.length); i++) {
            var cookie = COOKIE.matcher(lines[i]);
            if (cookie.find()) {
                refuse(
                        Reason.CODING_COOKIE,
                        new Position(i + 1, 1 + cookie.start(1)),
                        "encoding declaration '%s': remove it, sources are always UTF-8".formatted(cookie.group(1)));
            }
        }
    }

    private void character(int c) {
        boolean escaped = backslashes % 2 == 1;
        if (c == '\n') {
            if (escaped) {
                refuse(Reason.LINE_CONTINUATION, before(), "backslash at the end of a line: use brackets instead");
            }
            endOfLine();
            line++;
            column = 1;
            backslashes = 0;
            return;
        }
        if (c == 'N' && escaped) {
            refuse(Reason.NAMED_ESCAPE, before(), "\\N names a character: write the character itself");
        }
        unwanted(c);
        backslashes = c == '\\' ? backslashes + 1 : 0;
        column++;
    }

    private void unwanted(int c) {
        if (c == 0) {
            refuse(Reason.NULL_BYTE, here(), "source code string cannot contain null bytes");
        } else if (c == 0xFEFF) {
            refuse(Reason.BYTE_ORDER_MARK, here(), "invalid non-printable character U+FEFF");
        } else if (c < ' ') {
            refuse(Reason.CONTROL_CHARACTER, here(), "control character U+%04X: write an escape".formatted(c));
        } else if (c >= 0xD800 && c <= 0xDFFF) {
            refuse(Reason.NOT_UTF8, here(), "half of a surrogate pair, U+%04X, has no UTF-8 form".formatted(c));
        } else if (HiddenCharacters.isHidden(c)) {
            refuse(Reason.HIDDEN_CHARACTER, here(), "invalid non-printable character U+%04X".formatted(c));
        }
    }

    private void endOfLine() {
        if (column - 1 > MAX_LINE) {
            refuse(
                    Reason.LINE_TOO_LONG,
                    new Position(line, MAX_LINE + 1),
                    "line of %,d characters: break it, at most %,d are read".formatted(column - 1, MAX_LINE));
        }
    }

    private Position here() {
        return new Position(line, column);
    }

    private Position before() {
        return new Position(line, column - 1);
    }

    private void refuse(Reason reason, Position at, String message) {
        if (refusals.size() < MAX_REFUSALS) {
            refusals.add(new Refusal(reason, at, message));
        }
    }
}
