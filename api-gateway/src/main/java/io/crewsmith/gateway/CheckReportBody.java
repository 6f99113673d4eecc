package io.crewsmith.gateway;

import io.crewsmith.events.v1.CheckResult;
import io.crewsmith.gateway.model.Deployment;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What continuous integration sends.
 *
 * @param result passed, failed or pending
 * @param commit that was checked, 40 hex digits
 * @param details which checks failed, or where to look
 */
record CheckReportBody(
        @Nullable String result,
        @Nullable String commit,
        @Nullable String details) {

    private static final List<String> RESULTS = List.of("passed", "failed", "pending");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    /** Refuses what cannot be a report, each with its place. */
    void require() {
        if (result == null || !RESULTS.contains(result)) {
            throw RefusedRequest.invalid("/result", "result must be one of %s.".formatted(String.join(", ", RESULTS)));
        }
        if (commit == null || !COMMIT.matcher(commit).matches()) {
            throw RefusedRequest.invalid("/commit", "commit must be the 40 lower-case hex digits of what was checked.");
        }
        Texts.requireStorable("/details", details);
    }

    /** Refuses what is about another commit than the deployment's. */
    Deployment requireCommit(Deployment run) {
        if (!String.valueOf(commit).equals(run.gitCommitHash())) {
            throw new RefusedRequest(
                    ProblemType.WRONG_STATE,
                    "What was checked is not the code of this deployment.",
                    List.of(new FieldProblem("/commit", "value", where(run))));
        }
        return run;
    }

    private static String where(Deployment run) {
        return run.gitCommitHash() == null
                ? "The deployment is on no branch yet; submit it first."
                : "The deployment's code is commit %s; check that.".formatted(run.gitCommitHash());
    }

    CheckResult toResult() {
        return CheckResult.valueOf(String.valueOf(result).toUpperCase(Locale.ROOT));
    }

    @Nullable
    String storedDetails() {
        return details == null || details.isBlank() ? null : details;
    }
}
