package io.crewsmith.gateway.github;

import static io.crewsmith.events.v1.Decision.APPROVED;
import static io.crewsmith.events.v1.Decision.NEEDS_CHANGES;
import static io.crewsmith.events.v1.Decision.REJECTED;

import io.crewsmith.events.v1.Decision;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads decisions from GitHub's JSON of pull requests and reviews, which webhooks and the REST API share. */
final class PullRequestJson {

    private PullRequestJson() {}

    /** Empty if the review decides nothing: a comment, one that was dismissed, or is not submitted yet. */
    static Optional<PersonsDecision> review(JsonNode pull, JsonNode review) {
        return decision(review.path("state").asString(""))
                .map(decision -> new PersonsDecision(
                        "review " + review.path("id").asLong(0),
                        pullRequest(pull),
                        login(review.path("user")),
                        decision,
                        text(review.path("body").asString(""), "Reviewed in pull request", pull),
                        review.path("commit_id").asString(""),
                        time(review, "submitted_at")));
    }

    /** The closing of a pull request is a decision too: with a merge it says yes, without one no. */
    static PersonsDecision closing(JsonNode pull, JsonNode person) {
        boolean merged = pull.path("merged_at").isString();
        return new PersonsDecision(
                "closing %d at %s by %s"
                        .formatted(number(pull), pull.path("closed_at").asString(""), login(person)),
                pullRequest(pull),
                login(person),
                merged ? APPROVED : REJECTED,
                text("", merged ? "Merged at GitHub: pull request" : "Closed at GitHub: pull request", pull),
                pull.path("head").path("sha").asString(""),
                time(pull, "closed_at"));
    }

    private static Optional<Decision> decision(String state) {
        return switch (state) {
            case "approved", "APPROVED" -> Optional.of(APPROVED);
            case "changes_requested", "CHANGES_REQUESTED" -> Optional.of(NEEDS_CHANGES);
            default -> Optional.empty();
        };
    }

    private static PersonsDecision.PullRequest pullRequest(JsonNode pull) {
        return new PersonsDecision.PullRequest(
                number(pull), pull.path("head").path("repo").path("full_name").asString(""));
    }

    private static @Nullable Instant time(JsonNode node, String name) {
        try {
            return Instant.parse(node.path(name).asString(""));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static int number(JsonNode pull) {
        return pull.path("number").asInt(0);
    }

    private static String login(JsonNode user) {
        return user.path("login").asString("");
    }

    private static String text(String written, String otherwise, JsonNode pull) {
        return written.isBlank() ? "%s #%d.".formatted(otherwise, number(pull)) : StoredText.of(written);
    }
}
