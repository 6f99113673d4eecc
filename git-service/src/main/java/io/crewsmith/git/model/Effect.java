package io.crewsmith.git.model;

import java.util.List;

/** What became of a change in the repository. */
public sealed interface Effect {

    /** The commit is there, made now or before: repeating is safe. */
    record Committed(String branch, String commit) implements Effect {}

    /** Others changed these paths; a person must resolve it. */
    record Conflicted(String branch, List<String> paths) implements Effect {

        public Conflicted {
            paths = List.copyOf(paths);
        }
    }

    /** The repository does not hold what was approved, and no repeat will change that. */
    record Refused(String reason) implements Effect {}
}
