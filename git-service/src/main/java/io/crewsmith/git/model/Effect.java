package io.crewsmith.git.model;

import java.util.List;

/** What became of a change in the repository. */
public sealed interface Effect {

    /** The repository holds the change. */
    sealed interface Done extends Effect {

        /** Where it was brought. */
        String branch();

        /** Id of the commit, 40 hex digits. */
        String commit();
    }

    /** The commit was made just now. */
    record Created(String branch, String commit) implements Done {}

    /** Nothing had to be done. */
    record Unchanged(String branch, String commit, String reason) implements Done {}

    /** Somebody else changed these paths; the run pauses until a person has resolved it. */
    record Conflicted(String branch, List<String> paths, String reason) implements Effect {

        public Conflicted {
            paths = List.copyOf(paths);
        }
    }

    /** The repository does not hold what was approved, or takes nothing; a repeat alone will not change that. */
    record Refused(String reason) implements Effect {}
}
