package io.crewsmith.github;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers in GitHub's form: its own examples, with what is true here filled in. */
final class StandInViews {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MERGED_AT = "2026-03-01T12:00:00Z";

    private final GitHubDescription description = GitHubDescription.get();
    private final URI address;

    StandInViews(URI address) {
        this.address = address;
    }

    static ObjectNode message(String message) {
        return JSON.createObjectNode().put("message", message).put("documentation_url", "https://docs.github.com/rest");
    }

    private ObjectNode example(String name) {
        return (ObjectNode) description.example(name);
    }

    private ObjectNode first(String name) {
        return (ObjectNode) description.example(name).path(0);
    }

    ObjectNode repository() {
        ObjectNode repository = example("full-repository-default-response");
        repository.put("name", "agents").put("full_name", "acme/agents");
        repository.put("language", "Python").withObject("/source").put("language", "Python");
        repository.withObject("/owner").put("login", "acme");
        return repository;
    }

    ObjectNode user(String login) {
        return example("public-user-default-response").put("login", login);
    }

    ObjectNode listed(StandInPull pull) {
        return filled(first("pull-request-simple-items"), pull);
    }

    ObjectNode pull(StandInPull pull) {
        ObjectNode view = filled(example("pull-request"), pull);
        return view.put("merged", pull.merged);
    }

    private ObjectNode filled(ObjectNode view, StandInPull pull) {
        view.put("number", pull.number)
                .put("title", pull.title)
                .put("body", pull.body)
                .put("state", pull.open ? "open" : "closed")
                .put("html_url", "%s/acme/agents/pull/%d".formatted(address, pull.number));
        view.set("labels", labels(pull));
        ObjectNode user = (ObjectNode) view.path("user");
        ArrayNode reviewers = view.putArray("requested_reviewers");
        pull.reviewers.forEach(login -> reviewers.add(user.deepCopy().put("login", login)));
        view.putArray("requested_teams");
        view.withObject("/head").put("ref", pull.branch).put("sha", pull.head);
        view.withObject("/head/repo").put("full_name", "acme/agents");
        view.withObject("/base").put("ref", pull.base);
        view.put("updated_at", pull.touchedAt.toString());
        if (pull.merged) {
            view.put("merged_at", MERGED_AT);
        } else {
            view.putNull("merged_at");
        }
        if (pull.closedAt != null) {
            view.put("closed_at", pull.closedAt.toString());
        }
        return view;
    }

    ArrayNode reviews(List<StandInReview> shown) {
        return list(shown.stream()
                .map(review ->
                        review.filledInto(first("pull-request-review-items")).put("state", review.state()))
                .toList());
    }

    ObjectNode issue(StandInPull pull) {
        ObjectNode view = example("issue").put("number", pull.number).put("title", pull.title);
        view.put("state", pull.open ? "open" : "closed");
        if (pull.closedBy != null) {
            view.withObject("/closed_by").put("login", pull.closedBy);
        }
        return view;
    }

    ArrayNode labels(StandInPull pull) {
        ArrayNode labels = JSON.createArrayNode();
        pull.labels.forEach(name -> labels.add(first("label-items").put("name", name)));
        return labels;
    }

    ObjectNode merged(StandInPull pull) {
        return example("pull-request-merge-result-response-if-merge-was-successful");
    }

    ArrayNode comments(StandInPull pull) {
        ArrayNode comments = list(pull.comments.stream().map(this::comment).toList());
        pull.commentsOfOthers.forEach(body -> {
            ObjectNode comment = comment(body);
            comment.withObject("/user").put("login", "mallory");
            comments.add(comment);
        });
        return comments;
    }

    ObjectNode comment(String body) {
        return example("issue-comment").put("body", body);
    }

    ObjectNode combined(String sha, Collection<JsonNode> statuses) {
        ObjectNode view = example("combined-commit-status")
                .put("sha", sha)
                .put("total_count", statuses.size())
                .put("state", combined(statuses));
        ObjectNode shown = (ObjectNode) view.path("statuses").path(0);
        view.set(
                "statuses",
                list(statuses.stream()
                        .map(status -> shown.deepCopy()
                                .put("id", status.path("id").asInt())
                                .put("updated_at", status.path("updated_at").asString())
                                .put("context", status.path("context").asString())
                                .put("state", status.path("state").asString()))
                        .toList()));
        return view;
    }

    private static String combined(Collection<JsonNode> statuses) {
        List<String> states =
                statuses.stream().map(status -> status.path("state").asString()).toList();
        if (states.contains("failure") || states.contains("error")) {
            return "failure";
        }
        return states.isEmpty() || states.contains("pending") ? "pending" : "success";
    }

    ObjectNode checkRuns(int total, Collection<StandInCheck> shown) {
        ObjectNode view = example("check-run-paginated").put("total_count", total);
        ObjectNode run = (ObjectNode) view.path("check_runs").path(0);
        view.set(
                "check_runs",
                list(shown.stream()
                        .map(check -> check.filledInto(run.deepCopy()))
                        .toList()));
        return view;
    }

    ObjectNode status(JsonNode status) {
        return example("status")
                .put("context", status.path("context").asString())
                .put("state", status.path("state").asString());
    }

    ArrayNode analyses(List<JsonNode> uploads) {
        return list(uploads.stream()
                .map(upload -> first("code-scanning-analysis-items")
                        .put("commit_sha", upload.path("commit_sha").asString())
                        .put("ref", upload.path("ref").asString()))
                .toList());
    }

    ObjectNode upload() {
        return example("code-scanning-sarif-upload");
    }

    ObjectNode app() {
        return example("integration");
    }

    ObjectNode installation(long id) {
        return example("base-installation").put("id", id);
    }

    ObjectNode token(String token, Instant expiresAt) {
        return example("installation-token").put("token", token).put("expires_at", expiresAt.toString());
    }

    static ArrayNode list(Collection<ObjectNode> nodes) {
        ArrayNode list = JSON.createArrayNode();
        nodes.forEach(list::add);
        return list;
    }
}
