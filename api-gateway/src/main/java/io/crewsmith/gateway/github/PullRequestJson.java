package io.crewsmith.gateway.github;

import static io.crewsmith.events.v1.Decision.APPROVED;
import static io.crewsmith.events.v1.Decision.NEEDS_CHANGES;
import static io.crewsmith.events.v1.Decision.REJECTED;

import io.crewsmith.events.v1.Decision;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads decisions from GitHub's JSON of pull requests and reviews, which webhooks and the REST API share. */
final class PullRequestJson {

    private static final List<String> COLLABORATORS = List.of("OWNER", "MEMBER", "COLLABORATOR");

    private PullRequestJson() {}

    static PullRequest pullRequest(JsonNode pull) {
        return new PullRequest(
                pull.path("number").asInt(0),
                pull.path("head").path("repo").path("full_name").asString(""),
                pull.path("base").path("ref").asString(""),
                pull.path("head").path("sha").asString(""),
                pull.path("merged_at").isString(),
                pull.path("closed_at").asString(""));
    }

    /** Empty if the review decides nothing: a comment, one that was dismissed, or is not submitted yet. */
    static Optional<PersonsDecision> review(PullRequest pull, JsonNode review) {
        return decision(review.path("state").asString(""))
                .map(decision -> new PersonsDecision(
                        "review " + review.path("id").asLong(0),
                        pull,
                        login(review.path("user")),
                        decision,
                        text(review.path("body").asString(""), "Reviewed in pull request", pull),
                        review.path("commit_id").asString(""),
                        time(review.path("submitted_at").asString("")),
                        isByCollaborator(review)));
    }

    static boolean isByCollaborator(JsonNode review) {
        return COLLABORATORS.contains(review.path("author_association").asString(""));
    }

    /** The closing of a pull request is a decision too, of who may write: with a merge it says yes, without one no. */
    static PersonsDecision closing(PullRequest pull, JsonNode person) {
        return new PersonsDecision(
                "closing %d at %s by %s".formatted(pull.number(), pull.closedAt(), login(person)),
                pull,
                login(person),
                pull.merged() ? APPROVED : REJECTED,
                text("", pull.merged() ? "Merged at GitHub: pull request" : "Closed at GitHub: pull request", pull),
                pull.commit(),
                time(pull.closedAt()),
                true);
    }

    private static Optional<Decision> decision(String state) {
        return switch (state) {
            case "approved", "APPROVED" -> Optional.of(APPROVED);
            case "changes_requested", "CHANGES_REQUESTED" -> Optional.of(NEEDS_CHANGES);
            default -> Optional.empty();
        };
    }

    private static @Nullable Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String login(JsonNode user) {
        return user.path("login").asString("");
    }

    private static String text(String written, String otherwise, PullRequest pull) {
        return written.isBlank() ? "%s #%d.".formatted(otherwise, pull.number()) : StoredText.of(written);
    }
}
