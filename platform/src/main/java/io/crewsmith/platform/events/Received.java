package io.crewsmith.platform.events;

import io.crewsmith.events.v1.Envelope;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** An event as it came off a topic: the record, its exact bytes, and their digest, which its effects will name. */
public final class Received {

    private final SpecificRecord event;
    private final byte[] bytes;

    public Received(SpecificRecord event, byte[] bytes) {
        this.event = event;
        this.bytes = bytes.clone();
    }

    public SpecificRecord event() {
        return event;
    }

    public Envelope envelope() {
        return Envelopes.of(event);
    }

    public UUID eventId() {
        return UUID.fromString(envelope().getEventId());
    }

    /** Id of what the event is about. */
    public UUID subject() {
        return UUID.fromString(envelope().getSubject());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String digest() {
        return Digests.sha256(bytes);
    }

    /**
     * Envelope of the one event of this type that follows from this one. Its id depends on the cause and the type alone,
     * and its time is that of the cause: doing the work again gives the same bytes, which readers recognise.
     */
    public Envelope followedBy(Class<? extends SpecificRecord> type) {
        return followedBy(type, envelope().getOccurredAt());
    }

    /** The same with the time of an effect that is stored and so happens only once. */
    public Envelope followedBy(Class<? extends SpecificRecord> type, Instant occurredAt) {
        return Envelope.newBuilder(envelope())
                .setEventId(Envelopes.followingId(eventId(), type).toString())
                .setCausationId(envelope().getEventId())
                .setCauseDigest(digest())
                .setOccurredAt(occurredAt)
                .build();
    }

    /** The same for an effect on another run than that of the cause. */
    public Envelope followedBy(Class<? extends SpecificRecord> type, UUID runId, Instant occurredAt) {
        return Envelope.newBuilder(followedBy(type, occurredAt))
                .setEventId(Envelopes.followingId(eventId(), type, runId).toString())
                .setRunId(runId.toString())
                .build();
    }

    /** The same where that run is about another agent or crew than the cause. */
    public Envelope followedBy(Class<? extends SpecificRecord> type, UUID runId, UUID subject, Instant occurredAt) {
        return Envelope.newBuilder(followedBy(type, runId, occurredAt))
                .setSubject(subject.toString())
                .build();
    }

    @Override
    public String toString() {
        return "%s %s of run %s"
                .formatted(
                        event.getSchema().getName(),
                        envelope().getEventId(),
                        envelope().getRunId());
    }
}
