package io.crewsmith.validator.model;

import io.crewsmith.python.ParseResult;
import java.util.Arrays;

/** The code under scan, with what the parser made of exactly these bytes. */
public final class Submission {

    private final byte[] code;
    private final ParseResult syntax;

    Submission(byte[] code, ParseResult syntax) {
        this.code = code.clone();
        this.syntax = syntax;
    }

    /** A copy of the bytes. */
    public byte[] code() {
        return Arrays.copyOf(code, code.length);
    }

    /** The tree, or why there is none. */
    public ParseResult syntax() {
        return syntax;
    }
}
