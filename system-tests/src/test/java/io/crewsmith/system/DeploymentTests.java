package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.system.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be done with code, and by whom. */
class DeploymentTests {

    private static final String APPROVED = "{\"decision\": \"approved\"}";

    private final Api author = Api.as("author");
    private final Api reviewer = Api.as("reviewer");
    private final Api operator = Api.as("operator");

    @Test
    void generatedCodeIsAnsweredWithItsScanAndWaits() {
        Answer generated = author.post(
                "/api/agents/%s/generate-code".formatted(Agents.saved()),
                "{\"create_pr\": false, \"deploy_immediately\": false}");

        assertThat(generated.status()).isEqualTo(200);
        assertThat(generated.text("/generated_code")).contains("class MarketAnalyst");
        assertThat(generated.body().at("/ast_validation/passed").asBoolean()).isTrue();
        assertThat(generated.body().at("/security_scan/passed").asBoolean()).isTrue();
        assertThat(generated.text("/deployment_status")).isEqualTo("pending");
        assertThat(generated.body().at("/git/branch").isNull()).isTrue();
    }

    @Test
    void codeForReviewIsOnABranchAtOnce() {
        Answer generated =
                author.post("/api/agents/%s/generate-code".formatted(Agents.saved()), "{\"create_pr\": true}");

        assertThat(generated.text("/deployment_status")).isEqualTo("review_required");
        assertThat(generated.text("/git/branch")).startsWith("agent-code/market-analyst-");
        assertThat(generated.text("/git/commit_hash")).hasSize(40);
    }

    @Test
    void deployImmediatelyStillNeedsAPerson() {
        Answer generated =
                author.post("/api/agents/%s/generate-code".formatted(Agents.saved()), "{\"deploy_immediately\": true}");

        assertThat(generated.text("/deployment_status")).isEqualTo("review_required");
    }

    @Test
    void anotherPersonApprovesAndTheCodeIsDeployed() {
        Answer deployed = reviewer.post(review(Agents.inReview()), APPROVED);

        assertThat(deployed.status()).isEqualTo(200);
        assertThat(deployed.text("/deployment_status")).isEqualTo("deployed");
        assertThat(deployed.text("/deployment_path")).endsWith(".py");
        assertThat(deployed.text("/deployment_timestamp")).isNotEmpty();
        assertThat(deployed.body().at("/is_active").asBoolean()).isTrue();
    }

    @Test
    void nobodyApprovesTheirOwnChange() {
        Api admin = Api.as("admin");
        String agentId = admin.post("/api/agents", Agents.agent().toString()).text("/agent_id");
        String deployment = admin.post("/api/agents/%s/generate-code".formatted(agentId), "{\"create_pr\": true}")
                .text("/deployment_id");

        Answer answer = admin.post(review(deployment), APPROVED);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("/type")).isEqualTo("/problems/four-eyes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejected", "needs_changes"})
    void codeThatIsNotApprovedIsNotDeployed(String decision) {
        String deployment = Agents.inReview();

        Answer decided = reviewer.post(
                review(deployment), "{\"decision\": \"%s\", \"comments\": \"No source.\"}".formatted(decision));

        assertThat(decided.text("/deployment_status")).isEqualTo(decision);
        assertThat(decided.text("/review_comments")).isEqualTo("No source.");
        assertThat(decided.body().at("/deployment_path").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejected", "needs_changes"})
    void whoSaysNoSaysWhy(String decision) {
        String deployment = Agents.inReview();

        Answer silent =
                reviewer.post(review(deployment), "{\"decision\": \"%s\", \"comments\": \" \"}".formatted(decision));

        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.text("/errors/0/pointer")).isEqualTo("/comments");
        assertThat(reviewer.post(review(deployment), APPROVED)
                        .body()
                        .at("/review_comments")
                        .isNull())
                .isTrue();
    }

    @Test
    void whatNeededChangesCanBeSubmittedAgain() {
        String deployment = Agents.inReview();
        reviewer.post(review(deployment), "{\"decision\": \"needs_changes\", \"comments\": \"No source.\"}");

        Answer submitted = author.post("/api/code-deployments/%s/submit".formatted(deployment), "{}");

        assertThat(submitted.text("/deployment_status")).isEqualTo("review_required");
    }

    @Test
    void aDecisionIsMadeOnce() {
        String deployment = Agents.inReview();
        reviewer.post(review(deployment), "{\"decision\": \"rejected\", \"comments\": \"No source.\"}");

        Answer second = reviewer.post(review(deployment), APPROVED);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/detail")).contains("rejected");
    }

    @Test
    void anUnknownDecisionIsNotValid() {
        Answer answer = reviewer.post(review(Agents.inReview()), "{\"decision\": \"maybe\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/decision");
    }

    @Test
    void aRollbackBringsTheEarlierVersionBackAndOnlyOneIsActive() {
        String agentId = Agents.saved();
        String first = deployed(agentId);
        String second = deployed(agentId);

        Answer rolledBack = operator.post(
                "/api/code-deployments/%s/rollback".formatted(second),
                "{\"rollback_to_version\": \"%s\"}".formatted(first));

        assertThat(rolledBack.text("/deployment_status")).isEqualTo("rolled_back");
        Answer all = author.get("/api/code-deployments?agent_id=" + agentId);
        assertThat(all.body()
                        .at("/items")
                        .valueStream()
                        .filter(run -> run.path("is_active").asBoolean()))
                .extracting(run -> run.path("deployment_id").asString())
                .containsExactly(first);
    }

    @Test
    void aRollbackWithoutAVersionGoesToTheOneBefore() {
        String agentId = Agents.saved();
        String first = deployed(agentId);
        String second = deployed(agentId);

        operator.post("/api/code-deployments/%s/rollback".formatted(second), "{}");

        assertThat(author.get("/api/code-deployments/" + first)
                        .body()
                        .at("/is_active")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theVersionOfAnotherAgentIsNoTarget() {
        String other = deployed(Agents.saved());
        String mine = deployed(Agents.saved());

        Answer answer = operator.post(
                "/api/code-deployments/%s/rollback".formatted(mine),
                "{\"rollback_to_version\": \"%s\"}".formatted(other));

        assertThat(answer.status()).isEqualTo(404);
    }

    private String deployed(String agentId) {
        String deployment = author.post("/api/agents/%s/generate-code".formatted(agentId), "{\"create_pr\": true}")
                .text("/deployment_id");
        Answer answer = reviewer.post(review(deployment), APPROVED);
        assertThat(answer.text("/deployment_status"))
                .as(answer.response().body())
                .isEqualTo("deployed");
        return deployment;
    }

    private static String review(String deployment) {
        return "/api/code-deployments/%s/review".formatted(deployment);
    }
}
