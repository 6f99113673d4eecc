package io.crewsmith.review;

import io.crewsmith.events.v1.DecideReview;
import io.crewsmith.events.v1.ReportChecks;
import io.crewsmith.events.v1.RetryStage;
import io.crewsmith.events.v1.RollBack;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.events.v1.SubmitForReview;
import io.crewsmith.platform.events.Received;
import io.crewsmith.review.model.Run;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings scans and commands to the desk that they are for, one after the other for each run. */
final class RunCommands {

    private final RunStore runs;
    private final EarlyCommands early;
    private final Desks desks;

    RunCommands(RunStore runs, EarlyCommands early, Desks desks) {
        this.runs = runs;
        this.early = early;
        this.desks = desks;
    }

    /**
     * @param changedBy who changed the configuration since this code was asked for; null where nobody did
     */
    void open(Received received, ScanCompleted scan, @Nullable String changedBy) {
        UUID runId = UUID.fromString(received.envelope().getRunId());
        runs.oneAtATime(runId);
        desks.opening().open(received, scan, changedBy == null);
        if (changedBy != null) {
            desks.reviews().outdate(received, runId, changedBy);
        }
        early.take(runId).forEach(this::carryOut);
    }

    void carryOut(Received received) {
        runs.lock(UUID.fromString(received.envelope().getRunId()))
                .ifPresentOrElse(run -> carryOut(received, run), () -> early.keep(received));
    }

    private void carryOut(Received received, Run run) {
        switch (received.event()) {
            case SubmitForReview command -> desks.opening().submit(received, run, command);
            case DecideReview command -> desks.reviews().decide(received, run, command);
            case RollBack command -> desks.reviews().rollBack(received, run, command);
            case RetryStage command -> desks.retries().retry(received, run);
            case ReportChecks command -> desks.checks().report(received, run, command);
            default -> throw new IllegalStateException("Not about a run: " + received);
        }
    }
}
