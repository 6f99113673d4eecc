package io.crewsmith.review;

import io.crewsmith.events.v1.Stage;
import io.crewsmith.platform.events.Received;
import io.crewsmith.review.model.Outcome.Accepted;
import io.crewsmith.review.model.Outcome.Refused;
import io.crewsmith.review.model.ReviewRules;
import io.crewsmith.review.model.Run;
import io.crewsmith.review.model.RunStatus;
import java.time.Clock;
import java.time.Instant;

/** Has decisions carried out once more that a run paused at. Always in a transaction. */
final class Retries {

    private final ReviewRules rules = new ReviewRules();
    private final RunStore runs;
    private final ReviewAnswers answers;
    private final Clock clock;

    Retries(RunStore runs, ReviewAnswers answers, Clock clock) {
        this.runs = runs;
        this.answers = answers;
        this.clock = clock;
    }

    void retry(Received received, Run run) {
        Instant now = clock.instant();
        switch (rules.retry(run)) {
            case Accepted(RunStatus status) -> {
                Run code = status == RunStatus.ROLLED_BACK
                        ? runs.lockActive(run.agentId()).orElse(run)
                        : run;
                answers.retried(received, stage(status), code.id(), runs.scanOf(code.id()), now);
            }
            case Refused refused -> answers.refused(received, refused, now);
        }
    }

    private static Stage stage(RunStatus status) {
        return switch (status) {
            case ROLLED_BACK -> Stage.ROLLBACK;
            case APPROVED -> Stage.MERGE;
            case REVIEW_REQUIRED, PENDING, NEEDS_CHANGES, OUTDATED, REJECTED, FAILED -> Stage.BRANCH;
        };
    }
}
