package io.crewsmith.git;

import io.crewsmith.events.v1.PullRequestOpened;
import io.crewsmith.events.v1.ReviewRejected;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.ReviewVoided;
import io.crewsmith.git.github.Forge;
import io.crewsmith.git.github.PullRequest;
import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.Change.Kind;
import io.crewsmith.git.model.Effect.Done;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;

/** Shows at the forge what the reviews are about. Reads for itself, so that a slow forge holds up no branch. */
class PullRequestListener {

    private final AgentRepository repository;
    private final Forge forge;
    private final Proposals proposals;
    private final EventPublisher publisher;

    PullRequestListener(AgentRepository repository, Forge forge, Proposals proposals, EventPublisher publisher) {
        this.repository = repository;
        this.forge = forge;
        this.proposals = proposals;
        this.publisher = publisher;
    }

    @KafkaListener(topics = Topics.REVIEWS, groupId = "git-service-github")
    void on(Received received) {
        try {
            handle(received);
        } catch (IOException e) {
            throw new UncheckedIOException("The forge did not take " + received, e);
        }
    }

    private void handle(Received received) throws IOException {
        switch (received.event()) {
            case ReviewRequested requested when requested.getCreatePullRequest() -> open(received, requested);
            case ReviewRejected rejected ->
                close(received, rejected.getAgentKey(), "rejected it: " + said(rejected.getComments()));
            case ReviewVoided voided -> close(received, voided.getAgentKey(), voided.getReason());
            default -> {}
        }
    }

    /** The branch may be there or not: who comes first makes it. */
    private void open(Received received, ReviewRequested requested) throws IOException {
        Change change = CandidateChange.of(received, runId(received), requested.getCandidate());
        if (repository.branch(change) instanceof Done && !repository.isReleased(change)) {
            Optional<PullRequest> opened =
                    forge.open(proposals.proposal(requested, change), Proposals.findings(requested, change));
            opened.ifPresent(request -> publisher.publish(
                    Topics.COMMITS,
                    new PullRequestOpened(
                            received.followedBy(PullRequestOpened.class),
                            change.agentKey(),
                            request.number(),
                            request.page(),
                            request.head())));
        }
    }

    /** The event does not say whether it is about an agent or a crew. */
    private void close(Received received, String key, String reason) throws IOException {
        UUID run = runId(received);
        for (Kind kind : Kind.values()) {
            forge.close(Change.branch(kind, key, run), run, received.envelope().getActor(), reason);
        }
    }

    private static String said(@Nullable String comments) {
        return comments == null ? "no comment." : comments;
    }

    private static UUID runId(Received received) {
        return UUID.fromString(received.envelope().getRunId());
    }
}
