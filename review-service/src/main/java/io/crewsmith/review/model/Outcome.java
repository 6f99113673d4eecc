package io.crewsmith.review.model;

/** What becomes of a request about a run. Both are facts, and both are published. */
public sealed interface Outcome extends Ruling {

    /** The run goes on to this status. */
    record Accepted(RunStatus next) implements Outcome {}

    /** Nothing changes. */
    record Refused(Ground ground, String reason) implements Outcome {}

    /** Why a request is refused. */
    enum Ground {
        SCAN_FAILED,
        FOUR_EYES,
        WRONG_STATE,
        UNKNOWN_RUN
    }
}
