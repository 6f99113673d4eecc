package io.crewsmith.review.model;

import java.util.List;

/** What becomes of a reviewer's decision, or of a report: an outcome, or that it counts and does not suffice. */
public sealed interface Ruling permits Outcome, Ruling.Counted {

    /** It counts, but more is needed. */
    record Counted(List<String> missing) implements Ruling {

        public Counted {
            missing = List.copyOf(missing);
        }
    }
}
