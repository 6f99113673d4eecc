package io.crewsmith.gateway;

import io.crewsmith.gateway.model.TrailEntry;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** An entry of the audit trail as the door shows it. */
@JsonNaming(SnakeCaseStrategy.class)
record TrailBody(
        long position,
        UUID eventId,
        String type,
        String topic,
        int partition,
        long offset,
        UUID runId,
        UUID agentId,
        String actor,
        @Nullable UUID causationId,
        @Nullable String causeDigest,
        String digest,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable String traceId,
        JsonNode event) {

    static TrailBody of(TrailEntry entry, JsonMapper json) {
        return new TrailBody(
                entry.position(),
                entry.eventId(),
                entry.type(),
                entry.topic(),
                entry.partition(),
                entry.offset(),
                entry.runId(),
                entry.subject(),
                entry.actor(),
                entry.causationId(),
                entry.causeDigest(),
                entry.digest(),
                entry.occurredAt(),
                entry.recordedAt(),
                traceId(entry.traceParent()),
                json.readTree(entry.event()));
    }

    /** The second part of version-trace-parent-flags. */
    private static @Nullable String traceId(@Nullable String traceParent) {
        return traceParent == null ? null : traceParent.split("-")[1];
    }
}
