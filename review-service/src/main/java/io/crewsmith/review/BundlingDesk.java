package io.crewsmith.review;

import io.crewsmith.events.v1.BundleReviews;
import io.crewsmith.events.v1.BundledReview;
import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.Risk;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.events.v1.Verdict;
import io.crewsmith.platform.events.Received;
import io.crewsmith.review.model.Run;
import io.crewsmith.review.model.RunStatus;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where reviews that still wait are put together, so that a forge shows them as one. Always in a transaction. */
final class BundlingDesk {

    /** One record tells of all, and a topic takes no more than 4 MB. */
    private static final int MOST_FINDINGS = 20;

    private static final int MOST_REASONS = 5;

    private final RunStore runs;
    private final ReviewAnswers answers;
    private final Comparison comparison;
    private final Clock clock;

    BundlingDesk(RunStore runs, ReviewAnswers answers, Comparison comparison, Clock clock) {
        this.runs = runs;
        this.answers = answers;
        this.comparison = comparison;
        this.clock = clock;
    }

    void bundle(Received received, BundleReviews command) {
        List<BundledReview> reviews = command.getRuns().stream()
                .map(UUID::fromString)
                .map(runs::lock)
                .flatMap(Optional::stream)
                .filter(run -> run.status() == RunStatus.REVIEW_REQUIRED)
                .map(this::review)
                .toList();
        UUID bundle = UUID.fromString(received.envelope().getRunId());
        reviews.forEach(review -> runs.bundle(UUID.fromString(review.getRunId()), bundle));
        if (!reviews.isEmpty()) {
            answers.bundled(received, reviews, clock.instant());
        }
    }

    private BundledReview review(Run run) {
        ScanCompleted scan = runs.scanOf(run.id());
        Candidate candidate = scan.getCandidate();
        Verdict verdict = scan.getVerdict();
        Risk risk = ReviewAnswers.risk(comparison.of(scan, run.agentId()).risk());
        return new BundledReview(
                run.id().toString(),
                run.agentId().toString(),
                candidate.getKind(),
                candidate.getAgentKey(),
                candidate.getRevision(),
                candidate.getAuthor(),
                candidate.getCodeDigest(),
                Verdict.newBuilder(verdict)
                        .setFindings(first(verdict.getFindings(), MOST_FINDINGS))
                        .build(),
                verdict.getFindings().size(),
                new Risk(risk.getLevel(), first(risk.getReasons(), MOST_REASONS)));
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }
}
