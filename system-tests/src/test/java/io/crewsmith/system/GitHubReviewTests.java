package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crewsmith.github.StandInPeople.Answer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** People review at GitHub, and never open a page of ours. */
@Timeout(60)
class GitHubReviewTests {

    private final GitHubPlatform crewsmith = GitHubPlatform.shared();
    private final Api author = crewsmith.as("author");

    @AfterEach
    void everyRequestAndAnswerWasAsGitHubDescribesIt() {
        assertThat(crewsmith.github().violations()).isEmpty();
    }

    @Test
    void anApprovalThereMergesAndDeploys() throws Exception {
        Shown shown = shown(author);

        crewsmith.github().people.review(shown.pullRequest(), "octo-reviewer", "approved", "Reads well.");

        JsonNode deployed = awaited(shown, "deployed");
        assertThat(deployed.path("reviewer_id").asString()).isEqualTo("reviewer");
        assertThat(deployed.path("review_comments").asString()).isEqualTo("Reads well.");
        assertThat(crewsmith.github().state.pull(shown.pullRequest()).merged).isTrue();
    }

    @Test
    void whatSomebodyMergesThereIsApprovedByThem() throws Exception {
        Shown shown = shown(author);

        crewsmith.github().people.merge(shown.pullRequest(), "octo-reviewer");

        JsonNode deployed = awaited(shown, "deployed");
        assertThat(deployed.path("reviewer_id").asString()).isEqualTo("reviewer");
    }

    @Test
    void changesThatAreWantedThereAreWantedHere() throws Exception {
        Shown shown = shown(author);

        crewsmith.github().people.review(shown.pullRequest(), "octo-reviewer", "changes_requested", "Which markets?");

        assertThat(awaited(shown, "needs_changes").path("review_comments").asString())
                .isEqualTo("Which markets?");
    }

    @Test
    void whatIsClosedThereIsRejected() throws Exception {
        Shown shown = shown(author);

        crewsmith.github().people.close(shown.pullRequest(), "octo-reviewer");

        assertThat(awaited(shown, "rejected").path("reviewer_id").asString()).isEqualTo("reviewer");
    }

    @Test
    void nobodyApprovesTheirOwnThereEither() throws Exception {
        Shown shown = shown(crewsmith.as("admin"));

        Answer answer = crewsmith
                .github()
                .people
                .review(shown.pullRequest(), "octo-admin", "approved", "Mine.")
                .orElseThrow();

        assertThat(answer.body()).contains("accepted");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(trail(shown)).contains("ReviewRefused"));
        assertThat(deployment(shown).path("deployment_status").asString()).isEqualTo("review_required");
    }

    @Test
    void aStrangerDecidesNothing() throws Exception {
        Shown shown = shown(author);

        Answer answer = crewsmith
                .github()
                .people
                .review(shown.pullRequest(), "mallory", "approved", "Trust me.")
                .orElseThrow();

        assertThat(answer.body()).contains("ignored", "No user belongs to the login mallory");
        assertThat(trail(shown)).doesNotContain("DecideReview");
    }

    /** A deployment and the pull request that shows it. */
    private record Shown(String deployment, int pullRequest) {}

    private Shown shown(Api author) {
        String agent = author.post("/api/agents", Agents.agent().toString()).text("/agent_id");
        String deployment = author.post("/api/agents/%s/generate-code".formatted(agent), "{\"create_pr\": true}")
                .text("/deployment_id");
        int number = await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> author.get("/api/code-deployments/" + deployment)
                                .body()
                                .at("/git/pr_number")
                                .asInt(0),
                        shown -> shown > 0);
        return new Shown(deployment, number);
    }

    private JsonNode awaited(Shown shown, String status) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> deployment(shown),
                        now -> now.path("deployment_status").asString().equals(status));
    }

    private JsonNode deployment(Shown shown) {
        return author.get("/api/code-deployments/" + shown.deployment()).body();
    }

    private String trail(Shown shown) throws IOException {
        return author.get("/api/audit?run_id=" + shown.deployment()).response().body();
    }
}
