package io.crewsmith.gateway.github;

import io.crewsmith.gateway.github.Outcome.Ignored;
import java.util.Optional;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Says of deliveries which decision they carry, or whose checks they are about. */
final class Deliveries {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");

    private final Decisions decisions;
    private final CommitChecks checks;
    private final WebhookSettings settings;

    Deliveries(Decisions decisions, CommitChecks checks, WebhookSettings settings) {
        this.decisions = decisions;
        this.checks = checks;
        this.settings = settings;
    }

    /** @param event GitHub's name of the kind, as in {@code X-GitHub-Event} */
    Mono<Outcome> take(String event, JsonNode payload) {
        if (event.equals("ping")) {
            return ignored("Heard; reviews, pull requests and checks are taken.");
        }
        String repository = payload.path("repository").path("full_name").asString("");
        if (!repository.equalsIgnoreCase(settings.repository())) {
            return ignored("It is about another repository.");
        }
        return decision(event, payload)
                .map(decisions::take)
                .or(() -> checked(event, payload).map(checks::take))
                .orElseGet(() -> ignored("It decides nothing."));
    }

    private static Optional<PersonsDecision> decision(String event, JsonNode payload) {
        PullRequest pull = PullRequestJson.pullRequest(payload.path("pull_request"));
        return switch (event + " " + payload.path("action").asString("")) {
            case "pull_request_review submitted" -> PullRequestJson.review(pull, payload.path("review"));
            case "pull_request closed" -> Optional.of(PullRequestJson.closing(pull, payload.path("sender")));
            default -> Optional.empty();
        };
    }

    /** The commit whose checks are other than they were. */
    private static Optional<String> checked(String event, JsonNode payload) {
        String commit = switch (event + " " + payload.path("action").asString("")) {
            case "check_run created", "check_run completed" ->
                payload.path("check_run").path("head_sha").asString("");
            case "check_suite completed" ->
                payload.path("check_suite").path("head_sha").asString("");
            case "status " -> payload.path("sha").asString("");
            default -> "";
        };
        return Optional.of(commit).filter(COMMIT.asMatchPredicate());
    }

    private static Mono<Outcome> ignored(String reason) {
        return Mono.just(new Ignored(reason));
    }
}
