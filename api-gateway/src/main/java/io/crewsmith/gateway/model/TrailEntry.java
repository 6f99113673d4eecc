package io.crewsmith.gateway.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit trail.
 *
 * @param position place in the ledger, counted up from 1
 * @param topic topic, partition and offset where the event can be read
 * @param causeDigest SHA-256 of the cause's bytes; equals the cause's {@code digest}
 * @param digest SHA-256 of the event's own bytes
 * @param recordedAt when the topic took it
 * @param traceParent the trace that it belongs to, as W3C's {@code traceparent}; null outside of any
 * @param event the event's JSON
 */
public record TrailEntry(
        long position,
        UUID eventId,
        String type,
        String topic,
        int partition,
        long offset,
        UUID runId,
        UUID subject,
        String actor,
        @Nullable UUID causationId,
        @Nullable String causeDigest,
        String digest,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable String traceParent,
        String event) {}
