package io.crewsmith.gateway;

import io.crewsmith.events.v1.Envelope;
import io.crewsmith.platform.events.Envelopes;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and for which command. With an {@code Idempotency-Key} the same request is the same command, however often
 * it is sent: the ids follow from the key.
 */
record Caller(String name, UUID commandId, boolean repeatable) {

    static Caller of(String name, @Nullable String idempotencyKey, String request) {
        return idempotencyKey == null
                ? new Caller(name, Envelopes.newId(), false)
                : new Caller(name, repeatableId(name, idempotencyKey, request), true);
    }

    /** Envelope of a command that begins a run of its own. */
    Envelope beginning(UUID subject, Instant now) {
        return Envelopes.first(commandId, commandId, subject, name, now);
    }

    /** Envelope of a command about a run. */
    Envelope about(UUID runId, UUID subject, Instant now) {
        return Envelopes.first(commandId, runId, subject, name, now);
    }

    /** Id for something that the command creates. */
    UUID newId() {
        return repeatable ? Envelopes.namedId("created by " + commandId) : Envelopes.newId();
    }

    private static UUID repeatableId(String... parts) {
        return Envelopes.namedId(String.join("\n", parts));
    }
}
