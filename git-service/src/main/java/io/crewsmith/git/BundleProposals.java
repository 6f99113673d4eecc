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
import io.crewsmith.platform.events.Received;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Pull requests that show several runs. Each effect looks first whether it is there already, so it may be repeated. */
final class BundleProposals {

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
        endMerged();
        List<Bundled> runs = new ArrayList<>();
        for (BundledReview review : bundled.getReviews()) {
            UUID run = UUID.fromString(review.getRunId());
            Kind kind = BundleReport.kind(review);
            bundles.tip(kind, review.getAgentKey(), run)
                    .ifPresent(tip -> runs.add(new Bundled(
                            run, UUID.fromString(review.getSubject()), kind, review.getAgentKey(), tip.name())));
        }
        if (runs.isEmpty()) {
            return;
        }
        var wanted = new Bundle(UUID.fromString(received.envelope().getRunId()), runs, List.of());
        Shown shown = bundles.open(wanted, occurredAt(received));
        Draft draft = report.draft(shown, bundled);
        Optional<PullRequest> request = forge.open(draft);
        if (request.isPresent()) {
            opened(received, shown, request.get()).forEach(say);
            forge.complete(request.get(), draft, report.findings(shown, bundled));
        }
    }

    /** Takes the run out of the one that shows it; says of the others where they are shown now. */
    List<PullRequestOpened> drop(Received received, String reason) throws IOException {
        UUID run = UUID.fromString(received.envelope().getRunId());
        Optional<Shown> found = bundles.of(run);
        if (found.isEmpty()) {
            return List.of();
        }
        Shown shown = found.get();
        Bundle bundle = shown.bundle();
        String who = received.envelope().getActor();
        if (bundle.holds(run) && !bundles.isWaitedFor(shown, run)) {
            forge.close(bundle.branch(), bundle.id(), who, reason);
            bundles.end(shown);
            return List.of();
        }
        Optional<PullRequest> request =
                forge.tell(bundle.branch(), run, BundleText.dropped(run, bundle.key(run), who, reason));
        Shown rest = bundle.holds(run) ? bundles.drop(shown, run, occurredAt(received)) : shown;
        return request.map(told -> opened(received, rest, told)).orElse(List.of());
    }

    /** GitHub may take a moment to see that what a branch shows is merged; so it ends only afterwards. */
    private void endMerged() throws IOException {
        for (Shown merged : bundles.merged()) {
            if (!forge.isOpen(merged.bundle().branch())) {
                bundles.end(merged);
            }
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
