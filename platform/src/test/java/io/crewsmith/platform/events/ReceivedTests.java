package io.crewsmith.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.AgentDeleted;
import io.crewsmith.events.v1.AgentRemoved;
import io.crewsmith.events.v1.AgentSaved;
import io.crewsmith.events.v1.Envelope;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests for {@link Received}. */
class ReceivedTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");

    private final AgentRemoved event =
            new AgentRemoved(Envelopes.first(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), "ann", NOW));
    private final byte[] bytes = new EventCodec().encode(event);
    private final Received received = new Received(event, bytes);

    @Test
    void whatFollowsNamesItsCauseAndTheDigestOfItsBytes() {
        Envelope following = received.followedBy(AgentDeleted.class);

        assertThat(following.getCausationId()).isEqualTo(event.getEnvelope().getEventId());
        assertThat(following.getCauseDigest()).isEqualTo(Digests.sha256(bytes));
    }

    @Test
    void whatFollowsStaysInTheRunOfTheSameSubjectAndActor() {
        Envelope following = received.followedBy(AgentDeleted.class);

        assertThat(following.getRunId()).isEqualTo(event.getEnvelope().getRunId());
        assertThat(following.getSubject()).isEqualTo(event.getEnvelope().getSubject());
        assertThat(following.getActor()).isEqualTo("ann");
    }

    @Test
    void doingTheWorkAgainGivesTheSameEnvelope() {
        assertThat(received.followedBy(AgentDeleted.class)).isEqualTo(received.followedBy(AgentDeleted.class));
    }

    @Test
    void eachTypeThatFollowsHasAnIdOfItsOwn() {
        assertThat(received.followedBy(AgentDeleted.class).getEventId())
                .isNotEqualTo(received.followedBy(AgentSaved.class).getEventId());
    }
}
