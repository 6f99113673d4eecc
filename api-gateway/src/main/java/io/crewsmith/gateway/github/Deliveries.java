package io.crewsmith.gateway.github;

import io.crewsmith.gateway.github.Outcome.Ignored;
import java.util.Optional;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Says of deliveries which decision they carry. */
final class Deliveries {

    private final Decisions decisions;
    private final WebhookSettings settings;

    Deliveries(Decisions decisions, WebhookSettings settings) {
        this.decisions = decisions;
        this.settings = settings;
    }

    /** @param event GitHub's name of the kind, as in {@code X-GitHub-Event} */
    Mono<Outcome> take(String event, JsonNode payload) {
        if (event.equals("ping")) {
            return ignored("Heard; reviews and pull requests are taken.");
        }
        String repository = payload.path("repository").path("full_name").asString("");
        if (!repository.equalsIgnoreCase(settings.repository())) {
            return ignored("It is about another repository.");
        }
        return decision(event, payload).map(decisions::take).orElseGet(() -> ignored("It decides nothing."));
    }

    private static Optional<PersonsDecision> decision(String event, JsonNode payload) {
        JsonNode pull = payload.path("pull_request");
        return switch (event + " " + payload.path("action").asString("")) {
            case "pull_request_review submitted" -> PullRequestJson.review(pull, payload.path("review"));
            case "pull_request closed" -> Optional.of(PullRequestJson.closing(pull, payload.path("sender")));
            default -> Optional.empty();
        };
    }

    private static Mono<Outcome> ignored(String reason) {
        return Mono.just(new Ignored(reason));
    }
}
