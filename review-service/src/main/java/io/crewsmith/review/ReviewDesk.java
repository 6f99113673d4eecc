package io.crewsmith.review;

import io.crewsmith.events.v1.DecideReview;
import io.crewsmith.events.v1.RollBack;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.platform.events.Received;
import io.crewsmith.review.model.Approval;
import io.crewsmith.review.model.Judgement;
import io.crewsmith.review.model.Outcome.Accepted;
import io.crewsmith.review.model.Outcome.Refused;
import io.crewsmith.review.model.ReviewDecision;
import io.crewsmith.review.model.ReviewRules;
import io.crewsmith.review.model.Ruling.Counted;
import io.crewsmith.review.model.Run;
import io.crewsmith.review.model.RunStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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

    void decide(Received received, Run run, DecideReview command) {
        Instant now = clock.instant();
        ScanCompleted scan = runs.scanOf(run.id());
        Judgement judgement = judgement(command);
        switch (rules.decide(run, judgement)) {
            case Accepted(RunStatus next) -> {
                metrics.reviewed(judgement.decision(), Duration.between(runs.requestedAt(run.id()), now));
                runs.decide(run.id(), next, judgement.reviewer(), command.getComments(), now);
                say(received, run, scan, command, now);
            }
            case Counted(List<String> missing) -> {
                approve(run, scan, judgement, now);
                answers.counted(received, scan, command, runs.approvalsOf(run.id()), missing, now);
            }
            case Refused refused -> answers.refused(received, refused, now);
        }
    }

    private void say(Received received, Run run, ScanCompleted scan, DecideReview command, Instant now) {
        String agentKey = scan.getCandidate().getAgentKey();
        String bundle = runs.bundleOf(run.id());
        switch (command.getDecision()) {
            case APPROVED -> {
                approve(run, scan, judgement(command), now);
                runs.activate(run);
                answers.approved(received, scan, command, runs.approvalsOf(run.id()), now);
            }
            case REJECTED -> answers.rejected(received, agentKey, command, bundle, now);
            case NEEDS_CHANGES -> answers.changesRequested(received, agentKey, command, bundle, now);
        }
    }

    private void approve(Run run, ScanCompleted scan, Judgement judgement, Instant now) {
        var approval = new Approval(judgement.reviewer(), judgement.roles());
        runs.approve(run.id(), approval, scan, ReviewAnswers.digest(scan.getVerdict()), now);
    }

    /** Somebody changed the configuration that this run's code was made from. */
    void outdate(Received received, UUID runId, String changedBy) {
        runs.lock(runId).filter(run -> run.status().isOpen()).ifPresent(run -> {
            runs.outdate(runId);
            String agentKey = runs.scanOf(runId).getCandidate().getAgentKey();
            answers.voided(received, runId, agentKey, changedBy, runs.bundleOf(runId), clock.instant());
        });
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

    private static Judgement judgement(DecideReview command) {
        ReviewDecision decision = switch (command.getDecision()) {
            case APPROVED -> ReviewDecision.APPROVED;
            case REJECTED -> ReviewDecision.REJECTED;
            case NEEDS_CHANGES -> ReviewDecision.NEEDS_CHANGES;
        };
        return new Judgement(
                command.getEnvelope().getActor(), Set.copyOf(command.getRoles()), decision, command.getCodeDigest());
    }
}
