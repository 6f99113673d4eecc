package io.crewsmith.gateway;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.gateway.batch.Batch;
import io.crewsmith.gateway.batch.BatchItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A batch as the door shows it. */
@JsonNaming(SnakeCaseStrategy.class)
record BatchBody(
        UUID generationId,
        String requestedBy,
        Instant createdAt,
        @Nullable Instant finishedAt,
        boolean createPr,
        boolean sharePr,
        boolean deployImmediately,
        int total,
        int waiting,
        int running,
        List<PullRequest> pullRequests,
        Map<String, Integer> deploymentStatuses) {

    /** Where code of it is shown at the forge, and of how many runs. */
    @JsonNaming(SnakeCaseStrategy.class)
    record PullRequest(int prNumber, String prUrl, int runs) {

        static PullRequest of(Batch.PullRequest shown) {
            return new PullRequest(shown.number(), shown.page(), shown.runs());
        }
    }

    /** One run of it. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Item(
            int position,
            String kind,
            @Nullable UUID agentId,
            @Nullable UUID crewId,
            UUID deploymentId,
            String deploymentStatus,
            @Nullable String problem) {

        static Item of(BatchItem item) {
            return new Item(
                    item.position(),
                    item.kind().word(),
                    item.kind() == Kind.AGENT ? item.subjectId() : null,
                    item.kind() == Kind.CREW ? item.subjectId() : null,
                    item.runId(),
                    item.status(),
                    item.problem());
        }
    }

    static BatchBody of(Batch batch) {
        return new BatchBody(
                batch.id(),
                batch.requestedBy(),
                batch.createdAt(),
                batch.finishedAt(),
                batch.request().createPullRequest(),
                batch.request().sharePullRequests(),
                batch.request().deployImmediately(),
                batch.total(),
                batch.waiting(),
                batch.running(),
                batch.pullRequests().stream().map(PullRequest::of).toList(),
                batch.statuses());
    }
}
