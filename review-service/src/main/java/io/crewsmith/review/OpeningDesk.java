package io.crewsmith.review;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.events.v1.SubmitForReview;
import io.crewsmith.platform.events.Received;
import io.crewsmith.review.Comparison.Compared;
import io.crewsmith.review.model.Checks;
import io.crewsmith.review.model.Outcome.Accepted;
import io.crewsmith.review.model.Outcome.Refused;
import io.crewsmith.review.model.Requirement;
import io.crewsmith.review.model.ReviewRules;
import io.crewsmith.review.model.Risk;
import io.crewsmith.review.model.Run;
import io.crewsmith.review.model.RunStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where runs begin and ask for their review. Always in a transaction. */
final class OpeningDesk {

    /** In whose name code goes on that no person read. */
    static final String AUTO_MERGE = "auto-merge";

    private final ReviewRules rules = new ReviewRules();
    private final RunStore runs;
    private final ReviewAnswers answers;
    private final ReviewTerms terms;
    private final Comparison comparison;
    private final Clock clock;

    OpeningDesk(RunStore runs, ReviewAnswers answers, ReviewTerms terms, Comparison comparison, Clock clock) {
        this.runs = runs;
        this.answers = answers;
        this.terms = terms;
        this.comparison = comparison;
        this.clock = clock;
    }

    /**
     * @param isCurrent whether the configuration is still the one that the code was made from
     */
    void open(Received received, ScanCompleted scan, boolean isCurrent) {
        Candidate candidate = scan.getCandidate();
        GenerationRequest request = candidate.getRequest();
        boolean reviewWanted = request.getCreatePullRequest() || request.getDeployImmediately();
        Requirement requirement = CandidatePolicy.requirement(terms.policy(), candidate);
        Instant now = clock.instant();
        switch (rules.open(Evidence.of(scan), reviewWanted)) {
            case Accepted(RunStatus next) -> {
                runs.open(received, candidate, next, requirement, now);
                if (next == RunStatus.REVIEW_REQUIRED) {
                    request(received, locked(received), request.getCreatePullRequest(), isCurrent);
                }
            }
            case Refused refused -> {
                runs.open(received, candidate, RunStatus.FAILED, requirement, now);
                answers.refused(received, refused, now);
            }
        }
    }

    void submit(Received received, Run run, SubmitForReview command) {
        Instant now = clock.instant();
        switch (rules.submit(run)) {
            case Accepted accepted -> {
                runs.request(run.id(), now);
                request(received, run, command.getCreatePullRequest(), true);
            }
            case Refused refused -> answers.refused(received, refused, now);
        }
    }

    private Run locked(Received received) {
        return runs.lock(UUID.fromString(received.envelope().getRunId())).orElseThrow();
    }

    private void request(Received received, Run run, boolean createPullRequest, boolean isCurrent) {
        Instant now = clock.instant();
        ScanCompleted scan = runs.scanOf(run.id());
        Compared compared = comparison.of(scan, run.agentId());
        answers.requested(received, scan, createPullRequest, run.requirement(), compared, now);
        if (isCurrent && terms.autoMerge().allows(run.requirement(), run.checks(), compared.risk())) {
            goOn(received, run, scan, compared.risk(), now);
        }
    }

    /** What the code could do that needs nobody and waited for its checks alone; empty where it still waits for somebody. */
    Optional<Risk> riskThatWaitedForChecks(Run run, Checks checks, ScanCompleted scan) {
        if (run.status() != RunStatus.REVIEW_REQUIRED || !run.requirement().checks()) {
            return Optional.empty();
        }
        Risk risk = comparison.of(scan, run.agentId()).risk();
        return terms.autoMerge().allows(run.requirement(), checks, risk) ? Optional.of(risk) : Optional.empty();
    }

    void goOn(Received received, Run run, ScanCompleted scan, Risk risk, Instant now) {
        runs.decide(run.id(), RunStatus.APPROVED, AUTO_MERGE, null, now);
        runs.activate(run);
        String why = "The risk is low, so by policy no person is needed. " + String.join(" ", risk.reasons());
        answers.approvedInNameOf(AUTO_MERGE, received, scan, why, List.of(), now);
    }
}
