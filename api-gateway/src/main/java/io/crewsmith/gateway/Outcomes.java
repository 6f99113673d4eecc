package io.crewsmith.gateway;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.gateway.model.Effect;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells the good outcomes of commands from the others, and turns those into problems. */
@Component
class Outcomes {

    /** What a request for code leads to when nobody asked for a review yet. */
    static final List<String> OF_GENERATING =
            List.of("ScanCompleted", "GenerationFailed", "AgentRejected", "CrewRejected");

    /** The same when the review was asked for at once. */
    static final List<String> OF_GENERATING_FOR_REVIEW = List.of(
            "BranchPushed",
            "GitFailed",
            "ReviewRefused",
            "ReviewVoided",
            "MergeConflicted",
            "GenerationFailed",
            "AgentRejected",
            "CrewRejected");

    static final List<String> OF_SUBMITTING = List.of("BranchPushed", "MergeConflicted", "GitFailed", "ReviewRefused");
    static final List<String> OF_DECIDING = List.of(
            "Deployed",
            "DeploymentFailed",
            "MergeConflicted",
            "GitFailed",
            "ApprovalGiven",
            "ReviewRejected",
            "ChangesRequested",
            "ReviewRefused");

    /** What it lets go on is not waited for: whoever reports checks has nothing to do with it. */
    static final List<String> OF_REPORTING_CHECKS = List.of("ChecksReported", "ReviewRefused");

    static final List<String> OF_ROLLING_BACK =
            List.of("RolledBack", "DeploymentFailed", "MergeConflicted", "GitFailed", "ReviewRefused");

    static final List<String> OF_RESUMING = List.of(
            "BranchPushed",
            "Deployed",
            "RolledBack",
            "DeploymentFailed",
            "MergeConflicted",
            "GitFailed",
            "ReviewRefused");

    static final List<String> OF_SAVING_RULE = List.of("RuleSaved", "RuleRejected");
    static final List<String> OF_DELETING_RULE = List.of("RuleDeleted", "RuleRejected");

    private final JsonMapper json;

    Outcomes(JsonMapper json) {
        this.json = json;
    }

    /** What a command to save leads to. */
    static List<String> ofSaving(Kind kind) {
        return switch (kind) {
            case AGENT -> List.of("AgentSaved", "AgentRejected");
            case CREW -> List.of("CrewSaved", "CrewRejected");
            case TASK -> List.of("TaskSaved", "TaskRejected");
        };
    }

    /** What a command to delete leads to. */
    static List<String> ofDeleting(Kind kind) {
        return switch (kind) {
            case AGENT -> List.of("AgentDeleted", "AgentRejected");
            case CREW -> List.of("CrewDeleted", "CrewRejected");
            case TASK -> List.of("TaskDeleted", "TaskRejected");
        };
    }

    /** The effect itself if it is what was asked for; otherwise the problem that it stands for. */
    Effect accepted(Effect effect) {
        JsonNode event = json.readTree(effect.event());
        switch (effect.type()) {
            case "AgentRejected", "CrewRejected", "TaskRejected", "RuleRejected" -> throw rejected(event);
            case "ReviewRefused" -> {
                if (!event.path("refusal").asString().equals("SCAN_FAILED")) {
                    throw new RefusedRequest(type(event.path("refusal").asString()), reason(event));
                }
            }
            case "ReviewVoided" -> throw new RefusedRequest(ProblemType.WRONG_STATE, reason(event));
            case "GenerationFailed" -> throw new RefusedRequest(ProblemType.GENERATION_FAILED, reason(event));
            case "MergeConflicted" -> throw new RefusedRequest(ProblemType.MERGE_CONFLICT, reason(event));
            case "GitFailed", "DeploymentFailed" -> throw new RefusedRequest(ProblemType.STAGE_FAILED, reason(event));
            default -> {}
        }
        return effect;
    }

    private static RefusedRequest rejected(JsonNode event) {
        List<FieldProblem> errors = StreamSupport.stream(event.path("problems").spliterator(), false)
                .map(problem -> new FieldProblem(
                        problem.path("pointer").asString(),
                        problem.path("code").asString(),
                        problem.path("message").asString()))
                .toList();
        String detail =
                errors.isEmpty() ? "The change was refused." : errors.getFirst().detail();
        return new RefusedRequest(type(event.path("rejection").asString()), detail, errors);
    }

    private static ProblemType type(String ground) {
        return switch (ground) {
            case "UNKNOWN_RUN" -> ProblemType.NOT_FOUND;
            default -> ProblemType.valueOf(ground);
        };
    }

    private static String reason(JsonNode event) {
        return event.path("reason").asString();
    }
}
