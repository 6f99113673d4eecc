package io.crewsmith.gateway.batch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a batch is.
 *
 * @param finishedAt when its last run had a result; null while it goes on
 * @param request what is to happen with the code
 * @param total its runs
 * @param waiting those that have not begun
 * @param running those under way
 * @param pullRequests where its code is shown at the forge
 * @param statuses those that have begun, by the status of their deployments
 */
public record Batch(
        UUID id,
        String requestedBy,
        Instant createdAt,
        @Nullable Instant finishedAt,
        BatchOrder.Request request,
        int total,
        int waiting,
        int running,
        List<PullRequest> pullRequests,
        Map<String, Integer> statuses) {

    public Batch {
        pullRequests = List.copyOf(pullRequests);
        statuses = Map.copyOf(statuses);
    }

    /**
     * One of them.
     *
     * @param runs how many runs of the batch it shows
     */
    public record PullRequest(int number, String page, int runs) {}
}
