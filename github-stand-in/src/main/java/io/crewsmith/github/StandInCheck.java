package io.crewsmith.github;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A check run of a commit as the stand-in remembers it; while it runs it has no conclusion. */
record StandInCheck(
        long id, String commit, String name, @Nullable String conclusion, Instant at) {

    ObjectNode filledInto(ObjectNode example) {
        return example.put("id", id)
                .put("head_sha", commit)
                .put("name", name)
                .put("status", conclusion == null ? "in_progress" : "completed")
                .put("conclusion", conclusion)
                .put("started_at", at.toString())
                .put("completed_at", conclusion == null ? null : at.toString());
    }
}
