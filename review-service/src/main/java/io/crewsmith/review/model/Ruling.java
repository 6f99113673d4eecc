package io.crewsmith.review.model;

import java.util.List;

/** What becomes of a reviewer's decision: an outcome, or, for one approval of several, that it counts. */
public sealed interface Ruling permits Outcome, Ruling.Counted {

    /** An approval counts, but more are needed. */
    record Counted(List<String> missing) implements Ruling {

        public Counted {
            missing = List.copyOf(missing);
        }
    }
}
