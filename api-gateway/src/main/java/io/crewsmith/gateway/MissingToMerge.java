package io.crewsmith.gateway;

import io.crewsmith.gateway.model.Checks;
import io.crewsmith.gateway.model.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What must still happen before the code of a run is in the main branch, in words; nothing where it is there. */
final class MissingToMerge {

    private static final String CHECKS = "passed checks of continuous integration";

    private MissingToMerge() {}

    static List<String> of(Deployment deployment, JsonMapper json) {
        return switch (deployment.status()) {
            case "pending" ->
                deployment.generatedCode() == null
                        ? List.of("the code, which is being made")
                        : deployment.verdict() == null
                                ? List.of("the scan, which is running")
                                : List.of("submission for review", "an approval");
            case "review_required" -> approvalsAndChecks(deployment, json);
            case "needs_changes" -> List.of("a changed configuration, and its code in a run of its own");
            case "rejected" -> List.of("nothing can be merged: the code was rejected");
            case "failed" -> List.of(failed(deployment));
            case "approved" -> List.of("the merge, which is under way");
            default -> List.of();
        };
    }

    private static String failed(Deployment deployment) {
        if (deployment.resumable()) {
            return "what stopped it, resolved, and the run resumed";
        }
        return "nothing can be merged: "
                + (deployment.problem() == null ? "the scan did not pass" : deployment.problem());
    }

    /** Of checks the words of the last review are not the newest: they may have been reported before it began. */
    private static List<String> approvalsAndChecks(Deployment deployment, JsonMapper json) {
        List<String> missing = new ArrayList<>();
        for (String words : words(deployment.missing(), json)) {
            if (!words.startsWith(CHECKS)) {
                missing.add(
                        words.contains("somebody") || deployment.generatedBy() == null
                                ? words
                                : "%s by somebody other than %s".formatted(words, deployment.generatedBy()));
            }
        }
        if (deployment.checks().required()) {
            checks(deployment.checks()).ifPresent(missing::add);
        }
        return missing;
    }

    private static Optional<String> checks(Checks checks) {
        return switch (checks.result()) {
            case "passed" -> Optional.empty();
            case "failed" ->
                Optional.of(CHECKS + ", which failed" + (checks.details() == null ? "" : ": " + checks.details()));
            case null, default -> Optional.of(CHECKS);
        };
    }

    private static List<String> words(@Nullable String missing, JsonMapper json) {
        return missing == null ? List.of("1 approval") : List.of(json.readValue(missing, String[].class));
    }
}
