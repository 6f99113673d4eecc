package io.crewsmith.github;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A check run of a commit as the stand-in remembers it; while it runs it has no conclusion. */
record StandInCheck(
        long id, String commit, String name, @Nullable String conclusion, Instant at) {

    String status() {
        return conclusion == null ? "in_progress" : "completed";
    }
}
