package io.crewsmith.review;

import io.crewsmith.events.v1.ReportChecks;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.platform.events.Received;
import io.crewsmith.review.model.Checks;
import io.crewsmith.review.model.Outcome.Accepted;
import io.crewsmith.review.model.Outcome.Refused;
import io.crewsmith.review.model.ReviewDecision;
import io.crewsmith.review.model.ReviewRules;
import io.crewsmith.review.model.Risk;
import io.crewsmith.review.model.Ruling.Counted;
import io.crewsmith.review.model.Run;
import io.crewsmith.review.model.RunStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where reports of continuous integration are laid before the rules. Always in a transaction. */
final class CheckDesk {

    private static final String NOW_PASSED = "Approved before; since then the checks of continuous integration passed.";

    private final ReviewRules rules = new ReviewRules();
    private final RunStore runs;
    private final ReviewAnswers answers;
    private final OpeningDesk opening;
    private final ReviewMetrics metrics;
    private final Clock clock;

    CheckDesk(RunStore runs, ReviewAnswers answers, OpeningDesk opening, ReviewMetrics metrics, Clock clock) {
        this.runs = runs;
        this.answers = answers;
        this.opening = opening;
        this.metrics = metrics;
        this.clock = clock;
    }

    void report(Received received, Run run, ReportChecks command) {
        Instant now = clock.instant();
        var checks = new Checks(result(command), command.getDetails());
        switch (rules.report(run, received.envelope().getActor(), command.getCodeDigest(), checks)) {
            case Accepted(RunStatus next) -> {
                runs.report(run.id(), checks);
                approve(received, run, next, command, now);
            }
            case Counted(List<String> missing) -> {
                runs.report(run.id(), checks);
                count(received, run, checks, command, missing);
            }
            case Refused refused -> answers.refused(received, refused, now);
        }
    }

    /** Who approved last has decided; whoever reports only lets that count. */
    private void approve(Received received, Run run, RunStatus next, ReportChecks command, Instant now) {
        ScanCompleted scan = runs.scanOf(run.id());
        String reviewer = run.approvals().getLast().reviewer();
        metrics.reviewed(ReviewDecision.APPROVED, Duration.between(runs.requestedAt(run.id()), now));
        runs.decide(run.id(), next, reviewer, null, now);
        runs.activate(run);
        answers.checked(received, scan, command, List.of(), now);
        answers.approvedInNameOf(reviewer, received, scan, NOW_PASSED, run.approvals(), now);
    }

    private void count(Received received, Run run, Checks checks, ReportChecks command, List<String> missing) {
        Instant now = clock.instant();
        ScanCompleted scan = runs.scanOf(run.id());
        Optional<Risk> low = opening.riskThatWaitedForChecks(run, checks, scan);
        answers.checked(received, scan, command, low.isPresent() ? List.of() : missing, now);
        low.ifPresent(risk -> opening.goOn(received, run, scan, risk, now));
    }

    private static Checks.Result result(ReportChecks command) {
        return switch (command.getResult()) {
            case PENDING -> Checks.Result.PENDING;
            case PASSED -> Checks.Result.PASSED;
            case FAILED -> Checks.Result.FAILED;
        };
    }
}
