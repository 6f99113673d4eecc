package io.crewsmith.agent;

import io.crewsmith.agent.model.StoredConfiguration;
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
import org.jspecify.annotations.Nullable;

/** What is said of agents. */
final class AgentAnswers implements Answers {

    private final Outbox outbox;

    AgentAnswers(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void saved(Received cause, StoredConfiguration stored, @Nullable GenerationRequest generation, Instant now) {
        outbox.append(
                Topics.AGENTS,
                new AgentSaved(
                        cause.followedBy(AgentSaved.class, now),
                        stored.key(),
                        stored.revision(),
                        stored.author(),
                        stored.configuration(),
                        stored.digest(),
                        stored.savedAt(),
                        generation));
    }

    @Override
    public void deleted(Received cause, StoredConfiguration stored, Instant now) {
        outbox.append(
                Topics.AGENTS,
                new AgentDeleted(cause.followedBy(AgentDeleted.class, now), stored.key(), stored.revision()));
    }

    @Override
    public void rejected(Received cause, Rejection rejection, List<Problem> problems, Instant now) {
        outbox.append(
                Topics.AGENTS, new AgentRejected(cause.followedBy(AgentRejected.class, now), rejection, problems));
    }
}
