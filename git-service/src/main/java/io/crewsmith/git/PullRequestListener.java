package io.crewsmith.git;

import io.crewsmith.events.v1.ChangesRequested;
import io.crewsmith.events.v1.PullRequestOpened;
import io.crewsmith.events.v1.ReviewRejected;
import io.crewsmith.events.v1.ReviewRequested;
import io.crewsmith.events.v1.ReviewVoided;
import io.crewsmith.events.v1.ReviewsBundled;
import io.crewsmith.events.v1.Stage;
import io.crewsmith.events.v1.StageRetried;
import io.crewsmith.git.github.Forge;
import io.crewsmith.git.github.PullRequest;
import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.Change.Kind;
import io.crewsmith.git.model.Draft;
import io.crewsmith.git.model.Effect.Done;
import io.crewsmith.git.model.PullRequestText;
import io.crewsmith.platform.events.Received;
import io.crewsmith.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;

/** Shows at the forge what the reviews are about. Reads for itself, so that a slow forge holds up no branch. */
class PullRequestListener {

    private final AgentRepository repository;
    private final Forge forge;
    private final Proposals proposals;
    private final BundleProposals bundles;
    private final Consumer<PullRequestOpened> commits;

    /** @param commits where pull requests are told of */
    PullRequestListener(
            AgentRepository repository,
            Forge forge,
            Proposals proposals,
            BundleProposals bundles,
            Consumer<PullRequestOpened> commits) {
        this.repository = repository;
        this.forge = forge;
        this.proposals = proposals;
        this.bundles = bundles;
        this.commits = commits;
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
            case StageRetried retried when isToBeShown(retried) -> open(received, Proposals.again(retried));
            case ReviewsBundled bundled -> bundles.open(received, bundled, commits);
            case ReviewRejected rejected ->
                close(
                        received,
                        rejected.getAgentKey(),
                        rejected.getBundle(),
                        "rejected it: " + said(rejected.getComments()));
            case ReviewVoided voided -> close(received, voided.getAgentKey(), voided.getBundle(), voided.getReason());
            case ChangesRequested changes ->
                drop(
                        received,
                        changes.getAgentKey(),
                        changes.getBundle(),
                        "wants changes: " + said(changes.getComments()));
            default -> {}
        }
    }

    /** With the branch that paused, its pull request did not come about. */
    private static boolean isToBeShown(StageRetried retried) {
        return retried.getStage() == Stage.BRANCH
                && retried.getCandidate().getRequest().getCreatePullRequest();
    }

    /** The branch may be there or not: who comes first makes it. */
    private void open(Received received, ReviewRequested requested) throws IOException {
        Change change = CandidateChange.of(received, runId(received), requested.getCandidate());
        if (repository.branch(change) instanceof Done done && !repository.isReleased(change)) {
            Draft draft = PullRequestText.draft(proposals.proposal(requested, change), done.commit());
            Optional<PullRequest> request = forge.open(draft);
            if (request.isPresent()) {
                commits.accept(opened(received, draft, change.agentKey(), request.get()));
                forge.complete(request.get(), draft, Proposals.findings(requested, change));
            }
        }
    }

    private static PullRequestOpened opened(Received received, Draft draft, String key, PullRequest request) {
        return new PullRequestOpened(
                received.followedBy(PullRequestOpened.class), key, request.number(), request.page(), draft.head());
    }

    private void drop(Received received, String key, @Nullable String bundle, String reason) throws IOException {
        bundles.drop(received, key, bundle, reason).forEach(commits);
    }

    /** Out of the bundle that shows it, or its own. The event does not say whether it is about an agent or a crew. */
    private void close(Received received, String key, @Nullable String bundle, String reason) throws IOException {
        drop(received, key, bundle, reason);
        UUID run = runId(received);
        for (Kind kind : Kind.values()) {
            if (repository.isBranched(kind, key, run)) {
                forge.close(
                        Change.branch(kind, key, run), run, received.envelope().getActor(), reason);
            }
        }
    }

    private static String said(@Nullable String comments) {
        return comments == null ? "no comment." : comments;
    }

    private static UUID runId(Received received) {
        return UUID.fromString(received.envelope().getRunId());
    }
}
