package io.crewsmith.system;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Many agents are asked for at once, and reviewed at GitHub in one pull request. */
@Timeout(120)
class GitHubBatchTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GitHubPlatform crewsmith = GitHubPlatform.shared();
    private final Api author = crewsmith.as("author");
    private final Api reviewer = crewsmith.as("reviewer");

    @AfterEach
    void everyRequestAndAnswerWasAsGitHubDescribesIt() {
        assertThat(crewsmith.github().violations()).isEmpty();
    }

    @Test
    void oneReviewThereDeploysAllThatItShowsAndWhatWasRejectedBeforeIsNotAmongThem() throws Exception {
        String batch = begun(6, "");
        int number = shown(batch, 6);
        assertThat(crewsmith.github().state.pull(number).title).isEqualTo("Release 6 agents and crews");
        List<String> runs = runs(batch);

        reviewer.post(
                "/api/code-deployments/%s/review".formatted(runs.get(2)),
                "{\"decision\": \"rejected\", \"comments\": \"Not this one.\"}");
        await().atMost(PATIENCE)
                .until(() -> author.get("/api/audit?run_id=" + runs.get(5))
                                .response()
                                .body()
                                .split("\"PullRequestOpened\"", -1)
                                .length
                        > 2);
        crewsmith.github().people.review(number, "octo-reviewer", "approved", "All read well.");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(statuses(batch)).containsExactlyInAnyOrder("deployed", "rejected"));
        assertThat(author.get(batch).body().at("/deployment_statuses/deployed").asInt())
                .isEqualTo(5);
        JsonNode one = author.get("/api/code-deployments/" + runs.getFirst()).body();
        assertThat(one.path("reviewer_id").asString()).isEqualTo("reviewer");
        assertThat(one.path("review_comments").asString()).isEqualTo("All read well.");
        assertThat(crewsmith.github().state.shownPull(number).merged).isTrue();
    }

    @Test
    void eachHasItsOwnWhereThatIsWanted() {
        String batch = begun(2, ", \"share_pr\": false");

        JsonNode shown = await().atMost(PATIENCE)
                .until(() -> author.get(batch).body().path("pull_requests"), requests -> requests.size() == 2);

        assertThat(shown.at("/0/runs").asInt()).isEqualTo(1);
    }

    private String begun(int agents, String more) {
        String ids = IntStream.range(0, agents)
                .mapToObj(i -> "\"%s\""
                        .formatted(author.post("/api/agents", Agents.agent().toString())
                                .text("/agent_id")))
                .collect(joining(", "));
        return author.post("/api/code-generations", "{\"agent_ids\": [%s], \"create_pr\": true%s}".formatted(ids, more))
                .header("Location");
    }

    /** The one pull request that shows all of the batch. */
    private int shown(String batch, int runs) {
        JsonNode shown = await().atMost(PATIENCE)
                .until(
                        () -> author.get(batch).body().path("pull_requests"),
                        requests -> requests.at("/0/runs").asInt(0) == runs);
        assertThat(shown.size()).isEqualTo(1);
        return shown.at("/0/pr_number").asInt();
    }

    private List<String> runs(String batch) {
        return author.get(batch + "/items")
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("deployment_id").asString())
                .toList();
    }

    private Set<String> statuses(String batch) {
        return author.get(batch + "/items")
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("deployment_status").asString())
                .collect(Collectors.toSet());
    }
}
