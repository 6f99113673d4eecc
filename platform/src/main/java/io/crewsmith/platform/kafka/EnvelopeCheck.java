package io.crewsmith.platform.kafka;

import io.crewsmith.events.v1.Envelope;
import io.crewsmith.platform.events.MalformedEventException;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every reader relies on in an envelope. Others than we write some topics, and a reader that must not skip anything
 * would stand still at what its store does not take.
 *
 * <p>The message never quotes the value: it goes into a header, and the value may be megabytes.
 */
final class EnvelopeCheck {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** The longest subject of a token (OpenID Connect Core 1.0, section 2: "sub"), and no character that none has. */
    private static final Pattern ACTOR = Pattern.compile("[^\\p{Cntrl}]{1,255}");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private EnvelopeCheck() {}

    static void check(Envelope envelope) {
        require(UUID, "eventId", envelope.getEventId(), "a lower-case UUID");
        require(UUID, "runId", envelope.getRunId(), "a lower-case UUID");
        require(UUID, "subject", envelope.getSubject(), "a lower-case UUID");
        require(UUID, "causationId", envelope.getCausationId(), "null or a lower-case UUID");
        require(DIGEST, "causeDigest", envelope.getCauseDigest(), "null or 64 lower-case hex digits");
        require(ACTOR, "actor", envelope.getActor(), "1 to 255 characters without control characters");
        if (envelope.getOccurredAt().isBefore(Instant.EPOCH)
                || envelope.getOccurredAt().isAfter(LATEST)) {
            throw new MalformedEventException("envelope.occurredAt must be between the years 1970 and 9999");
        }
    }

    private static void require(Pattern pattern, String field, @Nullable String value, String rule) {
        if (value != null && !pattern.matcher(value).matches()) {
            throw new MalformedEventException("envelope.%s must be %s".formatted(field, rule));
        }
    }
}
