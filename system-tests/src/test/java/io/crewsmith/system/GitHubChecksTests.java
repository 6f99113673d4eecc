package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Continuous integration at GitHub checks the code, where the policy of its department asks for that. */
@Timeout(60)
class GitHubChecksTests {

    private static final String CHECKS = "passed checks of continuous integration";

    private final GitHubPlatform crewsmith = GitHubPlatform.shared();
    private final Api author = crewsmith.as("author");

    @AfterEach
    void everyRequestAndAnswerWasAsGitHubDescribesIt() {
        assertThat(crewsmith.github().violations()).isEmpty();
    }

    @Test
    void aHarmlessChangeDeploysByItselfOnceItsChecksPassed() throws Exception {
        ObjectNode agent = Agents.agent().put("department_id", GitHubPlatform.CHECKED_DEPARTMENT);
        String id = author.post("/api/agents", agent.toString()).text("/agent_id");
        approvedByAPerson(shown(id));
        author.send(
                "PUT",
                "/api/agents/" + id,
                agent.put("goal", "Size more markets.").toString(),
                Map.of());
        JsonNode change = shown(id);
        assertThat(change.at("/risk/level").asString()).isEqualTo("low");
        assertThat(change.path("missing_to_merge").toString())
                .isEqualTo("[\"1 approval by somebody other than author\",\"%s\"]".formatted(CHECKS));

        check(change, "failure");
        JsonNode red = awaited(change, "/checks/result", "failed");
        check(change, "success");

        JsonNode deployed = awaited(change, "/deployment_status", "deployed");
        assertThat(red.path("deployment_status").asString()).isEqualTo("review_required");
        assertThat(red.at("/missing_to_merge/1").asString()).isEqualTo(CHECKS + ", which failed: test (failure)");
        assertThat(deployed.path("reviewer_id").asString()).isEqualTo("auto-merge");
        assertThat(deployed.at("/checks/result").asString()).isEqualTo("passed");
        assertThat(crewsmith.github().state.pull(number(change)).merged).isTrue();
    }

    /** A first version needs somebody; here they are faster than the checks. */
    private void approvedByAPerson(JsonNode run) throws Exception {
        crewsmith.github().people.review(number(run), "octo-reviewer", "approved", "Reads well.");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> deployment(run).path("missing_to_merge").toString(), "[\"%s\"]".formatted(CHECKS)::equals);
        check(run, "success");
        assertThat(awaited(run, "/deployment_status", "deployed")
                        .path("reviewer_id")
                        .asString())
                .isEqualTo("reviewer");
    }

    private void check(JsonNode run, String conclusion) {
        crewsmith.github().people.check(run.at("/git/commit_hash").asString(), "test", conclusion);
    }

    /** The deployment of new code once a pull request shows it. */
    private JsonNode shown(String agent) {
        JsonNode begun = author.post("/api/agents/%s/generate-code".formatted(agent), "{\"create_pr\": true}")
                .body();
        return await().atMost(Duration.ofSeconds(20)).until(() -> deployment(begun), now -> number(now) > 0);
    }

    private JsonNode awaited(JsonNode run, String pointer, String value) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> deployment(run),
                        now -> now.at(pointer).asString("").equals(value));
    }

    private JsonNode deployment(JsonNode run) {
        return author.get("/api/code-deployments/" + run.path("deployment_id").asString())
                .body();
    }

    private static int number(JsonNode run) {
        return run.at("/git/pr_number").asInt(0);
    }
}
