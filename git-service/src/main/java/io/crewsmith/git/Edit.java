package io.crewsmith.git;

import java.util.List;

/**
 * Generated files that somebody edited by hand on the main branch.
 *
 * @param paths in the repository
 * @param commit the last one that did, 40 hex digits
 * @param person its committer
 */
record Edit(List<String> paths, String commit, String person) {

    Edit {
        paths = List.copyOf(paths);
    }

    /** As people are told. */
    String reason() {
        return "Edited by hand since the last release and not overwritten: %s (commit %s of %s)."
                        .formatted(String.join(", ", paths), commit.substring(0, 10), person)
                + " Take the edit over into the configuration, revert that commit on the main branch, then resume.";
    }
}
