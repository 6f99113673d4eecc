package io.crewsmith.python;

/** A syntax tree, or the reason why there is none. */
public sealed interface ParseResult {

    /** The source is Python and within all limits. */
    record Parsed(Node.Module module) implements ParseResult {}

    /** The source is not Python, or is beyond a limit. */
    record Refused(Refusal refusal) implements ParseResult {}
}
