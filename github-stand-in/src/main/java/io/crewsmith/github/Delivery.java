package io.crewsmith.github;

import io.crewsmith.testsupport.NpmPackage;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A delivery: one of those that GitHub publishes as examples, perhaps with what is true here filled in. */
public record Delivery(String event, ObjectNode payload) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode EXAMPLES = JSON.readTree(NpmPackage.folder("@octokit/webhooks-examples", "7.6.1")
            .resolve("api.github.com/index.json")
            .toFile());

    /** Examples of a kind of delivery; of every kind where it is null. */
    public static Stream<Delivery> examples(@Nullable String event) {
        return EXAMPLES.valueStream()
                .filter(kind -> event == null || kind.path("name").asString().equals(event))
                .flatMap(kind -> kind.path("examples")
                        .valueStream()
                        .map(payload -> new Delivery(kind.path("name").asString(), (ObjectNode) payload.deepCopy())));
    }

    static Delivery reviewed(StandInPull pull, StandInReview review) {
        ObjectNode payload = example("pull_request_review", "submitted", pull, review.login());
        review.filledInto((ObjectNode) payload.path("review"))
                .put("state", review.state().toLowerCase(Locale.ROOT));
        return new Delivery("pull_request_review", payload);
    }

    static Delivery closed(StandInPull pull, String login) {
        ObjectNode payload = example("pull_request", "closed", pull, login);
        ObjectNode shown = (ObjectNode) payload.path("pull_request");
        shown.put("merged", pull.merged).put("state", "closed").put("closed_at", String.valueOf(pull.closedAt));
        if (pull.merged) {
            shown.put("merged_at", String.valueOf(pull.closedAt));
        } else {
            shown.putNull("merged_at");
        }
        return new Delivery("pull_request", payload);
    }

    static Delivery checked(StandInCheck check) {
        ObjectNode payload = example("check_run", check.conclusion() == null ? "created" : "completed");
        check.filledInto((ObjectNode) payload.path("check_run"));
        payload.withObject("/check_run/check_suite").put("head_sha", check.commit());
        return new Delivery("check_run", payload);
    }

    static Delivery status(String commit, String context, String state) {
        ObjectNode payload = example("status", "");
        payload.put("sha", commit).put("context", context).put("state", state);
        return new Delivery("status", payload);
    }

    private static ObjectNode example(String event, String action) {
        ObjectNode payload = examples(event)
                .map(Delivery::payload)
                .filter(example -> example.path("action").asString("").equals(action))
                .findFirst()
                .orElseThrow();
        payload.withObject("/repository").put("full_name", "acme/agents");
        return payload;
    }

    private static ObjectNode example(String event, String action, StandInPull pull, String sender) {
        ObjectNode payload = example(event, action);
        payload.withObject("/sender").put("login", sender);
        ObjectNode shown = (ObjectNode) payload.path("pull_request");
        shown.put("number", pull.number).put("title", pull.title).put("body", pull.body);
        shown.withObject("/head").put("ref", pull.branch).put("sha", pull.head);
        shown.withObject("/base").put("ref", pull.base);
        shown.withObject("/head/repo").put("full_name", "acme/agents");
        return payload;
    }

    @Override
    public String toString() {
        return "%s %s".formatted(event, payload.path("action").asString(""));
    }
}
