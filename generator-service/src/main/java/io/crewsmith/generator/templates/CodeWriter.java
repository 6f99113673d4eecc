package io.crewsmith.generator.templates;

import io.crewsmith.generator.model.Place;
import io.crewsmith.generator.model.PythonString;
import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;

/** Takes what a template writes, and knows where on the line it is, so that literals can be wrapped to fit. */
final class CodeWriter extends Writer {

    /** Longer than any module can be: the longest goal, with every character escaped, twice over. */
    private static final int LONGEST = 4 * 1024 * 1024;

    private final StringBuilder code = new StringBuilder();
    private int lineStart;

    /** Writes the text as a literal. */
    void literal(String text) throws TooLong {
        add(PythonString.write(text, Place.behind(code.substring(lineStart))));
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws TooLong {
        add(CharBuffer.wrap(buffer, offset, length));
    }

    private void add(CharSequence more) throws TooLong {
        if (code.length() + more.length() > LONGEST) {
            throw new TooLong();
        }
        for (int index = more.length() - 1; index >= 0; index--) {
            if (more.charAt(index) == '\n') {
                lineStart = code.length() + index + 1;
                break;
            }
        }
        code.append(more);
    }

    String code() {
        return code.toString();
    }

    @Override
    public void flush() {
        // Everything is in memory already.
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }

    /** The template does not come to an end. */
    static final class TooLong extends IOException {

        private TooLong() {
            super("writes more than %,d characters.".formatted(LONGEST));
        }
    }
}
