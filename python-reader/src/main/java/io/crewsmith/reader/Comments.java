package io.crewsmith.reader;

import java.util.ArrayList;
import java.util.List;

/** Finds the comments of a source that the parser has taken. They leave no trace in its tree. */
public final class Comments {

    private final String source;
    private final List<Comment> found = new ArrayList<>();
    private int line = 1;
    private int lineStart;

    private Comments(String source) {
        this.source = source;
    }

    /**
     * One comment.
     *
     * @param line 1-based
     * @param column 1-based, in characters
     * @param text from its # to the end of its line
     */
    public record Comment(int line, int column, String text) {}

    /** All of them, in order. */
    public static List<Comment> of(String source) {
        var comments = new Comments(source);
        comments.scan();
        return comments.found;
    }

    private void scan() {
        int index = 0;
        while (index < source.length()) {
            char character = source.charAt(index);
            if (character == '#') {
                index = comment(index);
            } else if (character == '"' || character == '\'') {
                index = string(index);
            } else {
                newLine(index++);
            }
        }
    }

    private int comment(int start) {
        int end = source.indexOf('\n', start);
        int stop = end < 0 ? source.length() : end;
        found.add(new Comment(line, source.codePointCount(lineStart, start) + 1, source.substring(start, stop)));
        return stop;
    }

    /** The index behind a string literal; a backslash takes the next character with it, in raw strings too. */
    private int string(int start) {
        String one = source.substring(start, start + 1);
        String quote = source.startsWith(one.repeat(3), start) ? one.repeat(3) : one;
        int index = start + quote.length();
        while (index < source.length() && !source.startsWith(quote, index)) {
            newLine(index);
            index += source.charAt(index) == '\\' ? 2 : 1;
        }
        return index + quote.length();
    }

    private void newLine(int index) {
        if (source.charAt(index) == '\n') {
            line++;
            lineStart = index + 1;
        }
    }
}
