package io.crewsmith.review.model;

import java.util.List;

/** What becomes of a request about a run. Both are facts, and both are published. */
public sealed interface Outcome {

    /** The run goes on to this status. */
    record Accepted(RunStatus next) implements Outcome {}

    /** An approval counts, but more are needed. */
    record Counted(List<String> missing) implements Outcome {

        public Counted {
            missing = List.copyOf(missing);
        }
    }

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
