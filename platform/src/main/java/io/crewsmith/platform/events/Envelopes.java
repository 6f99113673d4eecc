package io.crewsmith.platform.events;

import com.fasterxml.uuid.Generators;
import io.crewsmith.events.v1.Envelope;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** Makes the envelopes of events that begin a run, and ids. */
public final class Envelopes {

    private static final int ENVELOPE_FIELD = 0;
    private static final int NAMED = 5;
    private static final UUID NAMESPACE = UUID.fromString("c7e3a5b0-5d3c-5b53-9e0c-3f6c6d1d8a11");

    private Envelopes() {}

    /** Envelope of an event: by contract every record's first field. */
    public static Envelope of(SpecificRecord event) {
        return (Envelope) event.get(ENVELOPE_FIELD);
    }

    /** A new id, ordered by time (UUIDv7, RFC 9562). */
    public static UUID newId() {
        return Generators.timeBasedEpochGenerator().generate();
    }

    /** Id of the one event of this type that follows from the cause (UUIDv5, RFC 9562). */
    public static UUID followingId(UUID cause, Class<? extends SpecificRecord> type) {
        return Generators.nameBasedGenerator(cause).generate(type.getSimpleName());
    }

    /** Id of the one event of this type that follows from the cause for another run (UUIDv5, RFC 9562). */
    static UUID followingId(UUID cause, Class<? extends SpecificRecord> type, UUID runId) {
        return Generators.nameBasedGenerator(cause).generate(type.getSimpleName() + " of " + runId);
    }

    /** The one id of this name (UUIDv5, RFC 9562). */
    public static UUID namedId(String name) {
        return Generators.nameBasedGenerator(NAMESPACE).generate(name);
    }

    /** Whether the id was made from a name, so that the same may come again. */
    public static boolean isNamed(UUID id) {
        return id.version() == NAMED;
    }

    /** Envelope of an event without cause. */
    public static Envelope first(UUID eventId, UUID runId, UUID subject, String actor, Instant occurredAt) {
        return Envelope.newBuilder()
                .setEventId(eventId.toString())
                .setRunId(runId.toString())
                .setSubject(subject.toString())
                .setActor(actor)
                .setOccurredAt(occurredAt)
                .build();
    }
}
