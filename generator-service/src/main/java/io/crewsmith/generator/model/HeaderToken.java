package io.crewsmith.generator.model;

import java.util.regex.Pattern;

/** A word in the header comment of a module: checked, since a comment takes everything up to the end of its line. */
public record HeaderToken(String text) {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    public HeaderToken {
        if (!WORD.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a word for a header: " + text);
        }
    }
}
