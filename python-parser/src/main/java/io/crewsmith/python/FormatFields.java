package io.crewsmith.python;

/** The replacement fields of one f-string. Answers each step with what is wrong, empty where nothing is. */
final class FormatFields {

    private int depth;
    private int skip;

    String next(String text, int index) {
        if (skip > 0) {
            skip--;
            return "";
        }
        char c = text.charAt(index);
        boolean doubled = index + 1 < text.length() && text.charAt(index + 1) == c;
        if (depth == 0) {
            if ((c == '{' || c == '}') && doubled) {
                skip = 1;
            } else if (c == '{') {
                depth++;
            }
            return "";
        }
        return inside(c);
    }

    String atEnd() {
        return depth > 0 ? "A field uses the quotes of its own f-string, which Python 3.11 cannot read" : "";
    }

    private String inside(char c) {
        return switch (c) {
            case '{' -> step(1);
            case '}' -> step(-1);
            case '\\' -> "A field with a backslash needs Python 3.12; compute the value before";
            case '\n', '#' ->
                "A field with a comment or over several lines needs Python 3.12; compute the value before";
            default -> c >= 0x80 ? "A field with characters beyond ASCII; compute the value before" : "";
        };
    }

    private String step(int levels) {
        depth += levels;
        return "";
    }
}
