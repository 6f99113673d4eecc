package io.crewsmith.generator;

import io.crewsmith.generator.model.Place;
import io.crewsmith.generator.model.PythonString;
import java.io.Writer;

/** Takes what a template writes, and knows where on the line it is, so that literals can be wrapped to fit. */
final class CodeWriter extends Writer {

    /** Longer than any module can be: the longest goal, with every character escaped, twice over. */
    private static final int LONGEST = 4 * 1024 * 1024;

    private final StringBuilder code = new StringBuilder();
    private int lineStart;

    /** Writes the text as a literal. */
    void literal(String text) {
        code.append(PythonString.write(text, Place.behind(code.substring(lineStart))));
        lineStart = code.lastIndexOf("\n") + 1;
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
        if (code.length() + length > LONGEST) {
            throw new IllegalStateException("The template writes more than %,d characters".formatted(LONGEST));
        }
        code.append(buffer, offset, length);
        lineStart = code.lastIndexOf("\n") + 1;
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
}
