package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.system.Api.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A review from the request to what it says in the end, over the doors that people and programs use. */
class ReviewTests {

    private final Api author = Api.as("author");
    private final Api reviewer = Api.as("reviewer");

    @Test
    void aDeploymentAlwaysSaysWhatIsMissingToMerge() {
        String agent = Agents.saved();
        String deployment = generate(agent, false).text("/deployment_id");
        assertThat(missing(deployment)).isEqualTo("[\"submission for review\",\"an approval\"]");

        author.post("/api/code-deployments/%s/submit".formatted(deployment), "{}");
        assertThat(missing(deployment)).isEqualTo("[\"1 approval by somebody other than author\"]");

        review(deployment, "{\"decision\": \"approved\"}");
        assertThat(missing(deployment)).isEqualTo("[]");
    }

    @Test
    void aChangeWhileTheReviewIsOpenVoidsIt() {
        ObjectNode agent = Agents.agent();
        String id = author.post("/api/agents", agent.toString()).text("/agent_id");
        String deployment = generate(id, true).text("/deployment_id");

        change(id, agent.put("goal", "Something else."));
        Answer approval = review(deployment, "{\"decision\": \"approved\"}");

        assertThat(approval.status()).isEqualTo(409);
        assertThat(approval.text("/type")).isEqualTo("/problems/wrong-state");
        assertThat(deployment(deployment).path("deployment_status").asString()).isEqualTo("needs_changes");
        assertThat(deployment(deployment).path("review_comments").asString())
                .startsWith("author changed the configuration since");
    }

    @Test
    void whoReadOtherCodeDoesNotApproveThis() {
        String deployment = Agents.inReview();

        Answer answer =
                review(deployment, "{\"decision\": \"approved\", \"code_digest\": \"%s\"}".formatted("0".repeat(64)));
        assertThat(answer.status()).isEqualTo(409);

        String digest = deployment(deployment).path("code_digest").asString();
        assertThat(review(deployment, "{\"decision\": \"approved\", \"code_digest\": \"%s\"}".formatted(digest))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatNeedsChangesIsRevisedByANewRunThatShowsWhatChanged() {
        ObjectNode agent = Agents.agent();
        String id = author.post("/api/agents", agent.toString()).text("/agent_id");
        String first = generate(id, true).text("/deployment_id");
        review(first, """
                {"decision": "needs_changes", "comments": "Say which markets.",
                 "line_comments": [{"line": 21, "text": "Which markets?"}]}
                """);
        change(id, agent.put("goal", "Size the markets of Europe."));

        JsonNode second = generate(id, true).body();

        assertThat(second.path("revises").asString()).isEqualTo(first);
        JsonNode diff = author.get("/api/code-deployments/%s/diff"
                        .formatted(second.path("deployment_id").asString()))
                .body();
        assertThat(diff.path("against").asString()).isEqualTo(first);
        assertThat(diff.path("changed").toString()).isEqualTo("[\"goal\"]");
        assertThat(diff.at("/code/unified").asString()).contains("+            goal=\"Size the markets of Europe.\",");
        assertThat(diff.at("/code/rows").values())
                .anySatisfy(row -> assertThat(row.path("kind").asString()).isEqualTo("change"));
        JsonNode reviews =
                author.get("/api/code-deployments/%s/reviews".formatted(first)).body();
        assertThat(reviews.at("/0/decision").asString()).isEqualTo("needs_changes");
        assertThat(reviews.at("/0/line_comments/0/text").asString()).isEqualTo("Which markets?");
    }

    @Test
    void versionsOfDifferentAgentsAreNotCompared() {
        String one = generate(Agents.saved(), false).text("/deployment_id");
        String other = generate(Agents.saved(), false).text("/deployment_id");

        assertThat(author.get("/api/code-deployments/%s/diff?against=%s".formatted(one, other))
                        .status())
                .isEqualTo(404);
        assertThat(author.get("/api/code-deployments/%s/diff".formatted(one)).status())
                .isEqualTo(404);
    }

    private Answer generate(String agent, boolean forReview) {
        return author.post("/api/agents/%s/generate-code".formatted(agent), "{\"create_pr\": %s}".formatted(forReview));
    }

    private void change(String id, ObjectNode agent) {
        assertThat(author.send("PUT", "/api/agents/" + id, agent.toString(), Map.of())
                        .status())
                .isEqualTo(200);
    }

    private Answer review(String deployment, String body) {
        return reviewer.post("/api/code-deployments/%s/review".formatted(deployment), body);
    }

    private JsonNode deployment(String id) {
        return author.get("/api/code-deployments/" + id).body();
    }

    private String missing(String id) {
        return deployment(id).path("missing_to_merge").toString();
    }
}
