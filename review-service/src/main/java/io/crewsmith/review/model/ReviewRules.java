package io.crewsmith.review.model;

import static io.crewsmith.review.model.RunStatus.APPROVED;
import static io.crewsmith.review.model.RunStatus.PENDING;
import static io.crewsmith.review.model.RunStatus.REVIEW_REQUIRED;
import static io.crewsmith.review.model.RunStatus.ROLLED_BACK;

import io.crewsmith.review.model.Outcome.Accepted;
import io.crewsmith.review.model.Outcome.Ground;
import io.crewsmith.review.model.Outcome.Refused;
import io.crewsmith.review.model.Ruling.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of a review: {@code pending → review_required → approved}, {@code rejected}, {@code needs_changes →
 * review_required}, {@code outdated}, {@code failed}, {@code rolled_back}. Whatever is not allowed here is refused with its reason.
 */
public final class ReviewRules {

    /** A run comes from the scan. */
    public Outcome open(Scan scan, boolean reviewWanted) {
        Optional<String> objection = scan.objection();
        if (objection.isPresent()) {
            return new Refused(Ground.SCAN_FAILED, objection.get());
        }
        return new Accepted(reviewWanted ? REVIEW_REQUIRED : PENDING);
    }

    /** Somebody submits a run for review. */
    public Outcome submit(Run run) {
        return switch (run.status()) {
            case PENDING, NEEDS_CHANGES -> new Accepted(REVIEW_REQUIRED);
            case FAILED ->
                new Refused(Ground.SCAN_FAILED, "Cannot submit for review: the security scan of this run failed.");
            case OUTDATED -> wrongState(run, "The configuration was changed since: generate its code anew.");
            case REVIEW_REQUIRED, APPROVED, REJECTED, ROLLED_BACK ->
                wrongState(run, "Only a pending run, or one that needs changes, can be submitted.");
        };
    }

    /** A reviewer has decided. */
    public Ruling decide(Run run, Judgement judgement) {
        if (run.status() != REVIEW_REQUIRED) {
            return wrongState(run, "Only a run that waits for a review can be decided.");
        }
        if (run.authors().contains(judgement.reviewer())) {
            return new Refused(
                    Ground.FOUR_EYES,
                    "%s wrote or asked for this change; another person must review it."
                            .formatted(judgement.reviewer()));
        }
        if (judgement.codeDigest() != null && !judgement.codeDigest().equals(run.codeDigest())) {
            return wrongState(run, "What was read is not the code of this run: read it again.");
        }
        return judgement.decision() == ReviewDecision.APPROVED
                ? approve(run, judgement.approval())
                : new Accepted(judgement.decision().next());
    }

    private static Ruling approve(Run run, Approval approval) {
        if (run.approvals().stream().anyMatch(given -> given.reviewer().equals(approval.reviewer()))) {
            return wrongState(
                    run,
                    "%s has approved it before; missing: %s."
                            .formatted(
                                    approval.reviewer(),
                                    String.join(", ", run.requirement().missing(run.approvals(), run.checks()))));
        }
        List<Approval> approvals = new ArrayList<>(run.approvals());
        approvals.add(approval);
        List<String> missing = run.requirement().missing(approvals, run.checks());
        return missing.isEmpty() ? new Accepted(APPROVED) : new Counted(missing);
    }

    /**
     * Continuous integration has checked code.
     *
     * @param codeDigest of what was checked
     */
    public Ruling report(Run run, String reporter, String codeDigest, Checks checks) {
        if (!run.status().isOpen()) {
            return wrongState(run, "Checks count only until it is decided.");
        }
        if (run.authors().contains(reporter)) {
            return new Refused(
                    Ground.FOUR_EYES,
                    "%s wrote or asked for this change; somebody else must say how its checks went."
                            .formatted(reporter));
        }
        if (!codeDigest.equals(run.codeDigest())) {
            return wrongState(run, "What was checked is not the code of this run: check that.");
        }
        List<String> missing = run.requirement().missing(run.approvals(), checks);
        return run.status() == REVIEW_REQUIRED && missing.isEmpty() ? new Accepted(APPROVED) : new Counted(missing);
    }

    /** An operator wants the version of another run back in the place of this one. */
    public Outcome rollBack(Run run, @Nullable Run target) {
        if (!run.active()) {
            return wrongState(run, "Only the active version of an agent can be rolled back.");
        }
        if (target == null || !target.agentId().equals(run.agentId())) {
            return new Refused(Ground.UNKNOWN_RUN, "There is no such earlier version of this agent.");
        }
        if (target.status() != APPROVED || target.id().equals(run.id())) {
            return wrongState(target, "Only another approved version can become active again.");
        }
        return new Accepted(ROLLED_BACK);
    }

    /** Somebody has resolved what the run paused at. What was decided stands; nothing new is. */
    public Outcome retry(Run run) {
        return switch (run.status()) {
            case REVIEW_REQUIRED, ROLLED_BACK -> new Accepted(run.status());
            case APPROVED ->
                run.active()
                        ? new Accepted(APPROVED)
                        : wrongState(run, "A later version of this agent was approved since: only that can go on.");
            case PENDING, NEEDS_CHANGES, OUTDATED, REJECTED, FAILED ->
                wrongState(run, "Nothing of this run is to be carried out.");
        };
    }

    private static Refused wrongState(Run run, String rule) {
        return new Refused(
                Ground.WRONG_STATE,
                "%s Run %s is %s.".formatted(rule, run.id(), run.status().words()));
    }
}
