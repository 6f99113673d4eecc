package io.crewsmith.github;

import io.crewsmith.github.GitHubStandIn.Answer;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Which request is about what. */
final class StandInRoutes {

    private static final Pattern REPOSITORY = Pattern.compile("/repos/acme/agents(?<rest>.*)");
    private static final Pattern NUMBERED = Pattern.compile("/(?<kind>pulls|issues)/(?<number>\\d+)(?<rest>.*)");

    private StandInRoutes() {}

    static Answer answer(StandInState state, String method, String path, Map<String, String> query, JsonNode body)
            throws IOException {
        if (path.startsWith("/users/")) {
            return state.user(path.substring("/users/".length()));
        }
        Matcher repository = REPOSITORY.matcher(path);
        if (!repository.matches()) {
            return StandInState.notFound();
        }
        String rest = repository.group("rest");
        Matcher numbered = NUMBERED.matcher(rest);
        return numbered.matches()
                ? pull(
                        state,
                        "%s %s%s".formatted(method, numbered.group("kind"), numbered.group("rest")),
                        Integer.parseInt(numbered.group("number")),
                        query,
                        body)
                : repository(state, method, rest, query, body);
    }

    private static Answer repository(
            StandInState state, String method, String rest, Map<String, String> query, JsonNode body)
            throws IOException {
        if (rest.startsWith("/statuses/")) {
            return state.checks.addStatus(rest.substring("/statuses/".length()), body);
        }
        if (rest.startsWith("/commits/")) {
            String sha = rest.split("/")[2];
            return rest.endsWith("/check-runs") ? state.checks.runs(sha, query) : state.checks.statuses(sha);
        }
        return switch (method + rest) {
            case "GET" -> state.repository();
            case "GET/pulls" -> state.pulls(query);
            case "POST/pulls" -> state.open(body);
            case "GET/code-scanning/analyses" -> state.analyses(query.getOrDefault("ref", ""));
            case "POST/code-scanning/sarifs" -> state.upload(body);
            default -> StandInState.notFound();
        };
    }

    private static Answer pull(StandInState state, String what, int number, Map<String, String> query, JsonNode body)
            throws IOException {
        return switch (what) {
            case "GET pulls" -> state.shown(number);
            case "PATCH pulls" -> state.edit(number, body);
            case "PUT pulls/merge" -> state.merge(number, body);
            case "POST pulls/requested_reviewers" -> state.askReviewers(number, body);
            case "GET pulls/reviews" -> state.reviews(number, query);
            case "GET issues" -> state.issue(number);
            case "POST issues/labels" -> state.label(number, body);
            case "GET issues/comments" -> state.comments(number);
            case "POST issues/comments" -> state.comment(number, body);
            default -> StandInState.notFound();
        };
    }
}
