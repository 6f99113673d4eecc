package io.crewsmith.agent;

import io.crewsmith.agent.model.StoredConfiguration;
import io.crewsmith.events.v1.CrewDeleted;
import io.crewsmith.events.v1.CrewRejected;
import io.crewsmith.events.v1.CrewSaved;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.Problem;
import io.crewsmith.events.v1.Rejection;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.outbox.Outbox;
import io.crewsmith.schemas.Topics;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of crews. */
final class CrewAnswers implements Answers {

    private final Outbox outbox;

    CrewAnswers(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void saved(Received cause, StoredConfiguration stored, @Nullable GenerationRequest generation, Instant now) {
        saved(cause, stored, null, null, now);
    }

    /** Says it together with what code is to be made from. */
    void wanted(
            Received cause, StoredConfiguration stored, GenerationRequest generation, String snapshot, Instant now) {
        saved(cause, stored, generation, snapshot, now);
    }

    private void saved(
            Received cause,
            StoredConfiguration stored,
            @Nullable GenerationRequest generation,
            @Nullable String snapshot,
            Instant now) {
        outbox.append(
                Topics.AGENTS,
                new CrewSaved(
                        cause.followedBy(CrewSaved.class, now),
                        stored.key(),
                        stored.revision(),
                        stored.author(),
                        stored.configuration(),
                        stored.digest(),
                        stored.savedAt(),
                        generation,
                        snapshot));
    }

    @Override
    public void deleted(Received cause, StoredConfiguration stored, Instant now) {
        outbox.append(
                Topics.AGENTS,
                new CrewDeleted(cause.followedBy(CrewDeleted.class, now), stored.key(), stored.revision()));
    }

    @Override
    public void rejected(Received cause, Rejection rejection, List<Problem> problems, Instant now) {
        outbox.append(Topics.AGENTS, new CrewRejected(cause.followedBy(CrewRejected.class, now), rejection, problems));
    }
}
