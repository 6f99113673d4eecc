package io.crewsmith.system;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crewsmith.system.Api.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Code for many agents in one request. */
class BatchTests {

    private static final int MANY = 40;

    private final Api author = Api.as("author");

    @Test
    void eachAgentOfTheBatchGetsARunAndOthersDoNotWaitForAllOfThem() {
        List<String> agents =
                IntStream.range(0, MANY).mapToObj(i -> Agents.saved()).toList();

        Answer begun = author.post("/api/code-generations", "{\"agent_ids\": [%s]}".formatted(quoted(agents)));
        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.body().at("/total").asInt()).isEqualTo(MANY);
        Answer single = author.post("/api/agents/%s/generate-code".formatted(Agents.saved()), "{}");
        JsonNode thatMoment = author.get(begun.header("Location")).body();

        assertThat(single.status()).isEqualTo(200);
        assertThat(thatMoment.at("/waiting").asInt()).isPositive();
        JsonNode done = awaitEnd(begun);
        assertThat(done.at("/deployment_statuses/pending").asInt()).isEqualTo(MANY);
        JsonNode items =
                author.get(begun.header("Location") + "/items?limit=200").body();
        assertThat(items.at("/items")
                        .valueStream()
                        .map(item -> item.path("agent_id").asString()))
                .containsExactlyElementsOf(agents);
        Answer run = author.get(
                "/api/code-deployments/" + items.at("/items/7/deployment_id").asString());
        assertThat(run.text("/agent_id")).isEqualTo(agents.get(7));
        assertThat(run.text("/generated_by")).isEqualTo("author");
        assertThat(run.body().at("/security_scan/passed").asBoolean()).isTrue();
    }

    @Test
    void aBatchForReviewEndsWithCodeOnBranches() {
        Answer begun = author.post(
                "/api/code-generations", "{\"agent_ids\": [\"%s\"], \"create_pr\": true}".formatted(Agents.saved()));

        assertThat(awaitEnd(begun).at("/deployment_statuses/review_required").asInt())
                .isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsRefusedWithItsPlace() {
        String gone = Agents.saved();
        author.send("DELETE", "/api/agents/" + gone, null, Map.of());

        Answer refused = author.post(
                "/api/code-generations", "{\"agent_ids\": [\"%s\", \"%s\"]}".formatted(Agents.saved(), gone));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/agent_ids/1");
    }

    @Test
    void aFilterFindsAgentsByWhatTheyHave() {
        String department = UUID.randomUUID().toString();
        String agent = author.post(
                        "/api/agents",
                        Agents.agent().put("department_id", department).toString())
                .text("/agent_id");

        Answer begun =
                author.post("/api/code-generations", "{\"filter\": {\"department_id\": \"%s\"}}".formatted(department));

        assertThat(awaitEnd(begun).at("/total").asInt()).isEqualTo(1);
        assertThat(author.get(begun.header("Location") + "/items").text("/items/0/agent_id"))
                .isEqualTo(agent);
    }

    @Test
    void theSameKeyIsOneBatch() {
        String body = "{\"agent_ids\": [\"%s\"]}".formatted(Agents.saved());
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        Answer first = author.send("POST", "/api/code-generations", body, key);
        Answer second = author.send("POST", "/api/code-generations", body, key);

        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(awaitEnd(second).at("/total").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                     | ''",
                "{\"agent_ids\": []}                    | ''",
                "{\"agent_ids\": [], \"filter\": {}}    | ''",
                "{\"agent_ids\": [\"x\"]}               | /agent_ids/0",
                "{\"filter\": {\"tool\": \"Nothing\"}}  | ''"
            })
    void aBatchOfNothingIsRefused(String body, String pointer) {
        Answer answer = author.post("/api/code-generations", body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void onlyWhoMayAskForCodeMayAskForMuch() {
        assertThat(Api.as("reviewer")
                        .post("/api/code-generations", "{\"filter\": {}}")
                        .status())
                .isEqualTo(403);
        assertThat(author.get("/api/code-generations/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    private JsonNode awaitEnd(Answer begun) {
        return await("the batch ends")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> author.get(begun.header("Location")).body(),
                        batch -> !batch.at("/finished_at").isNull());
    }

    private static String quoted(List<String> ids) {
        return ids.stream().map("\"%s\""::formatted).collect(joining(", "));
    }
}
