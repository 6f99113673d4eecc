package io.crewsmith.agent;

import io.crewsmith.agent.model.StoredConfiguration;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.Problem;
import io.crewsmith.events.v1.Rejection;
import io.crewsmith.events.v1.TaskDeleted;
import io.crewsmith.events.v1.TaskRejected;
import io.crewsmith.events.v1.TaskSaved;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.outbox.Outbox;
import io.crewsmith.schemas.Topics;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is said of tasks. */
final class TaskAnswers implements Answers {

    private final Outbox outbox;

    TaskAnswers(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void saved(Received cause, StoredConfiguration stored, @Nullable GenerationRequest generation, Instant now) {
        outbox.append(
                Topics.AGENTS,
                new TaskSaved(
                        cause.followedBy(TaskSaved.class, now),
                        stored.key(),
                        stored.revision(),
                        stored.author(),
                        stored.configuration(),
                        stored.digest(),
                        stored.savedAt()));
    }

    @Override
    public void deleted(Received cause, StoredConfiguration stored, Instant now) {
        outbox.append(
                Topics.AGENTS,
                new TaskDeleted(cause.followedBy(TaskDeleted.class, now), stored.key(), stored.revision()));
    }

    @Override
    public void rejected(Received cause, Rejection rejection, List<Problem> problems, Instant now) {
        outbox.append(Topics.AGENTS, new TaskRejected(cause.followedBy(TaskRejected.class, now), rejection, problems));
    }
}
