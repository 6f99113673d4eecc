package io.crewsmith.review;

import io.crewsmith.events.v1.DecideReview;
import io.crewsmith.events.v1.Finding;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.RollBack;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.events.v1.SubmitForReview;
import io.crewsmith.events.v1.Verdict;
import io.crewsmith.platform.events.Received;
import io.crewsmith.review.model.Outcome.Accepted;
import io.crewsmith.review.model.Outcome.Refused;
import io.crewsmith.review.model.ReviewDecision;
import io.crewsmith.review.model.ReviewRules;
import io.crewsmith.review.model.Run;
import io.crewsmith.review.model.RunStatus;
import io.crewsmith.review.model.Scan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where requests about runs are laid before the rules, and the outcome is stored and said. Always in a transaction. */
final class ReviewDesk {

    private final ReviewRules rules = new ReviewRules();
    private final RunStore runs;
    private final ReviewAnswers answers;
    private final ReviewMetrics metrics;
    private final Clock clock;

    ReviewDesk(RunStore runs, ReviewAnswers answers, ReviewMetrics metrics, Clock clock) {
        this.runs = runs;
        this.answers = answers;
        this.metrics = metrics;
        this.clock = clock;
    }

    void open(Received received, ScanCompleted scan) {
        GenerationRequest request = scan.getCandidate().getRequest();
        boolean reviewWanted = request.getCreatePullRequest() || request.getDeployImmediately();
        Instant now = clock.instant();
        switch (rules.open(evidence(scan), reviewWanted)) {
            case Accepted(RunStatus next) -> {
                runs.open(received, scan.getCandidate(), next, now);
                if (next == RunStatus.REVIEW_REQUIRED) {
                    answers.requested(received, scan, request.getCreatePullRequest(), now);
                }
            }
            case Refused refused -> {
                runs.open(received, scan.getCandidate(), RunStatus.FAILED, now);
                answers.refused(received, refused, now);
            }
        }
    }

    private static Scan evidence(ScanCompleted scan) {
        Verdict verdict = scan.getVerdict();
        return new Scan(
                verdict.getPassed(),
                verdict.getChecks(),
                verdict.getFindings().stream().filter(ReviewDesk::blocks).count(),
                verdict.getScannedDigest(),
                scan.getCandidate().getCodeDigest());
    }

    private static boolean blocks(Finding finding) {
        return switch (finding.getSeverity()) {
            case CRITICAL, ERROR -> true;
            case WARNING, INFO -> false;
        };
    }

    void submit(Received received, Run run, SubmitForReview command) {
        Instant now = clock.instant();
        switch (rules.submit(run)) {
            case Accepted accepted -> {
                runs.request(run.id(), now);
                answers.requested(received, runs.scanOf(run.id()), command.getCreatePullRequest(), now);
            }
            case Refused refused -> answers.refused(received, refused, now);
        }
    }

    void decide(Received received, Run run, DecideReview command) {
        Instant now = clock.instant();
        String reviewer = command.getEnvelope().getActor();
        ReviewDecision decision = decision(command);
        switch (rules.decide(run, reviewer, decision)) {
            case Accepted(RunStatus next) -> {
                metrics.reviewed(decision, Duration.between(runs.requestedAt(run.id()), now));
                runs.decide(run.id(), next, reviewer, command.getComments(), now);
                if (next == RunStatus.APPROVED) {
                    runs.activate(run);
                }
                answers.decided(received, runs.scanOf(run.id()), decision, command.getComments(), now);
            }
            case Refused refused -> answers.refused(received, refused, now);
        }
    }

    void rollBack(Received received, Run run, RollBack command) {
        Instant now = clock.instant();
        Run target = target(run, command.getToRunId());
        switch (rules.rollBack(run, target)) {
            case Accepted accepted
            when target != null -> {
                runs.rolledBack(run.id());
                runs.activate(target);
                answers.rollbackApproved(received, target.id(), runs.scanOf(target.id()), now);
            }
            case Accepted accepted -> throw new IllegalStateException("A rollback was accepted without a target");
            case Refused refused -> answers.refused(received, refused, now);
        }
    }

    private @Nullable Run target(Run run, @Nullable String toRunId) {
        return toRunId == null
                ? runs.lockVersionBefore(run).orElse(null)
                : runs.lock(UUID.fromString(toRunId)).orElse(null);
    }

    private static ReviewDecision decision(DecideReview command) {
        return switch (command.getDecision()) {
            case APPROVED -> ReviewDecision.APPROVED;
            case REJECTED -> ReviewDecision.REJECTED;
            case NEEDS_CHANGES -> ReviewDecision.NEEDS_CHANGES;
        };
    }
}
