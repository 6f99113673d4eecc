package io.crewsmith.python;

/**
 * Why a source was not read.
 *
 * @param reason stable id: {@link #SYNTAX}, or the id of a limit or of a forbidden byte or token
 * @param line counted from 1, by line feeds alone; 0 where it is about the whole file
 * @param column counted from 1; 0 where it is about the whole line
 * @param message for syntax errors in the words of CPython
 */
public record Refusal(String reason, int line, int column, String message) {

    /** Reason of everything that the grammar itself refuses. */
    public static final String SYNTAX = "syntax-error";

    Refusal(String reason, Position at, String message) {
        this(reason, at.line(), at.column(), message);
    }

    /** True if the text came as far as the grammar and was refused there. */
    public boolean bySyntax() {
        return reason.equals(SYNTAX);
    }
}
