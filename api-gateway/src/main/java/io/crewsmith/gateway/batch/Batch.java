package io.crewsmith.gateway.batch;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a batch is.
 *
 * @param finishedAt when its last run had a result; null while it goes on
 * @param total its runs
 * @param waiting those that have not begun
 * @param running those under way
 * @param statuses those that have begun, by the status of their deployments
 */
public record Batch(
        UUID id,
        String requestedBy,
        Instant createdAt,
        @Nullable Instant finishedAt,
        boolean createPullRequest,
        boolean deployImmediately,
        int total,
        int waiting,
        int running,
        Map<String, Integer> statuses) {

    public Batch {
        statuses = Map.copyOf(statuses);
    }
}
