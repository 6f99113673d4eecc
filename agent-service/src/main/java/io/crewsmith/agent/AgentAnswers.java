package io.crewsmith.agent;

import io.crewsmith.agent.model.Outcome.Refused;
import io.crewsmith.agent.model.StoredAgent;
import io.crewsmith.events.v1.AgentDeleted;
import io.crewsmith.events.v1.AgentRejected;
import io.crewsmith.events.v1.AgentSaved;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.Problem;
import io.crewsmith.events.v1.Rejection;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.outbox.Outbox;
import io.crewsmith.schemas.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says on {@code agents} what became of a change, in the transaction of the change. */
final class AgentAnswers {

    private final Outbox outbox;

    AgentAnswers(Outbox outbox) {
        this.outbox = outbox;
    }

    void saved(Received cause, StoredAgent agent, @Nullable GenerationRequest generation, Instant now) {
        outbox.append(
                Topics.AGENTS,
                new AgentSaved(
                        cause.followedBy(AgentSaved.class, now),
                        agent.key(),
                        agent.revision(),
                        agent.author(),
                        agent.configuration(),
                        agent.digest(),
                        agent.savedAt(),
                        generation));
    }

    void deleted(Received cause, StoredAgent agent, Instant now) {
        outbox.append(
                Topics.AGENTS,
                new AgentDeleted(cause.followedBy(AgentDeleted.class, now), agent.key(), agent.revision()));
    }

    void refused(Received cause, Refused refused, Instant now) {
        String code = refused.ground().name().toLowerCase(Locale.ROOT);
        rejected(
                cause,
                Rejection.valueOf(refused.ground().name()),
                List.of(new Problem(refused.pointer(), code, refused.reason())),
                now);
    }

    void rejected(Received cause, Rejection rejection, List<Problem> problems, Instant now) {
        outbox.append(
                Topics.AGENTS, new AgentRejected(cause.followedBy(AgentRejected.class, now), rejection, problems));
    }
}
