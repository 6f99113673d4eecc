package io.crewsmith.python;

import io.crewsmith.python.tree.Position;

/**
 * One reason against a source.
 *
 * @param at where; the start of the file where the whole file is meant
 * @param message CPython's own words where CPython has any, otherwise what is wrong and what to do
 */
public record Refusal(Reason reason, Position at, String message) {

    /** 1-based. */
    public int line() {
        return at.line();
    }

    /** 1-based, in characters. */
    public int column() {
        return at.column();
    }
}
