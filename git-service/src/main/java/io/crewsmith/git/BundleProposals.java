package io.crewsmith.git;

import io.crewsmith.events.v1.BundledReview;
import io.crewsmith.events.v1.PullRequestOpened;
import io.crewsmith.events.v1.ReviewsBundled;
import io.crewsmith.git.Bundles.Shown;
import io.crewsmith.git.github.Forge;
import io.crewsmith.git.github.PullRequest;
import io.crewsmith.git.model.Bundle;
import io.crewsmith.git.model.Bundle.Bundled;
import io.crewsmith.git.model.BundleText;
import io.crewsmith.git.model.Change.Kind;
import io.crewsmith.git.model.Draft;
import io.crewsmith.git.remote.PushRefusedException;
import io.crewsmith.platform.events.Received;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pull requests that show several runs. Each effect looks first whether it is there already, so it may be repeated. */
final class BundleProposals {

    private static final Logger LOG = LoggerFactory.getLogger(BundleProposals.class);

    private final Bundles bundles;
    private final BundleReport report;
    private final Forge forge;

    BundleProposals(Bundles bundles, BundleReport report, Forge forge) {
        this.bundles = bundles;
        this.report = report;
        this.forge = forge;
    }

    /** Opens one, says of each run where it is shown, and only then completes it. */
    void open(Received received, ReviewsBundled bundled, Consumer<PullRequestOpened> say) throws IOException {
        endFinished();
        UUID id = UUID.fromString(received.envelope().getRunId());
        List<Bundled> runs = runs(bundled);
        Optional<Shown> shown =
                runs.isEmpty() ? Optional.empty() : bundles.open(new Bundle(id, runs), occurredAt(received));
        for (Bundled run : runs) {
            if (shown.isPresent() && bundles.isOut(run.run())) {
                shown = bundles.drop(shown.get(), run.run(), occurredAt(received));
            }
        }
        if (shown.isPresent()) {
            open(received, bundled, shown.get(), say);
        }
    }

    private List<Bundled> runs(ReviewsBundled bundled) throws IOException {
        List<Bundled> runs = new ArrayList<>();
        for (BundledReview review : bundled.getReviews()) {
            UUID run = UUID.fromString(review.getRunId());
            Kind kind = BundleReport.kind(review);
            bundles.tip(kind, review.getAgentKey(), run)
                    .ifPresent(tip -> runs.add(new Bundled(
                            run, UUID.fromString(review.getSubject()), kind, review.getAgentKey(), tip.name())));
        }
        return runs;
    }

    private void open(Received received, ReviewsBundled bundled, Shown shown, Consumer<PullRequestOpened> say)
            throws IOException {
        Draft draft = report.draft(shown, bundled);
        Optional<PullRequest> request = forge.open(draft);
        if (request.isPresent()) {
            opened(received, shown, request.get()).forEach(say);
            forge.complete(request.get(), draft, report.findings(shown, bundled));
        }
    }

    /**
     * Takes the run out of the one that shows it; says of the others where they are shown now. The code goes first: what is
     * said of it may have to wait.
     *
     * @param bundle id of it; null where the run is in none
     */
    List<PullRequestOpened> drop(Received received, String key, @Nullable String bundle, String reason)
            throws IOException {
        if (bundle == null) {
            return List.of();
        }
        UUID run = UUID.fromString(received.envelope().getRunId());
        bundles.takeOut(run);
        Optional<Shown> found = bundles.find(UUID.fromString(bundle));
        if (found.isEmpty()) {
            return List.of();
        }
        String branch = found.get().bundle().branch();
        String who = received.envelope().getActor();
        Optional<Shown> rest = dropped(found.get(), run, occurredAt(received));
        if (rest.isEmpty() || !bundles.isWaitedFor(rest.get())) {
            forge.close(branch, run, who, reason);
            endFinished();
            return List.of();
        }
        return forge.tell(branch, run, BundleText.dropped(run, key, who, reason))
                .map(request -> opened(received, rest.get(), request))
                .orElse(List.of());
    }

    /** A repository that lets nobody rewrite a branch keeps showing the run; then nothing of it may be merged there. */
    private Optional<Shown> dropped(Shown shown, UUID run, Instant at) throws IOException {
        try {
            return bundles.drop(shown, run, at);
        } catch (PushRefusedException e) {
            LOG.warn("{}", e.getMessage());
            return Optional.empty();
        }
    }

    /** GitHub may take a moment to see that what a branch shows is merged; so it ends only afterwards. */
    private void endFinished() throws IOException {
        for (Shown finished : bundles.finished()) {
            Bundle bundle = finished.bundle();
            boolean merged = bundles.isMerged(finished);
            if (!merged) {
                forge.close(bundle.branch(), bundle.id(), "Crewsmith", "merged each of it.");
            }
            if (!merged || !forge.isOpen(bundle.branch())) {
                end(finished);
            }
        }
    }

    private void end(Shown finished) throws IOException {
        try {
            bundles.end(finished);
        } catch (PushRefusedException e) {
            LOG.warn("{}", e.getMessage());
        }
    }

    private static List<PullRequestOpened> opened(Received received, Shown shown, PullRequest request) {
        return shown.bundle().runs().stream()
                .map(run -> new PullRequestOpened(
                        received.followedBy(PullRequestOpened.class, run.run(), run.subject(), occurredAt(received)),
                        run.key(),
                        request.number(),
                        request.page(),
                        shown.commit().name()))
                .toList();
    }

    private static Instant occurredAt(Received received) {
        return received.envelope().getOccurredAt();
    }
}
