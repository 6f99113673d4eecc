package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.system.Api.Answer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The conventions of the REST API: who may, what is there, what is valid, what has changed. */
class RestConventionsTests {

    private final Api author = Api.as("author");

    @Test
    void healthIsOpenAndSaysThatAllIsReady() {
        Answer health = Api.withToken(null).get("/health");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.text("/status")).isEqualTo("UP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/agents", "/api/code-deployments", "/api/audit?run_id=1", "/api/events"})
    void withoutAKnownTokenNothingIsAnswered(String path) {
        for (Api stranger : new Api[] {
            Api.withToken(null), Api.withToken("made-up"), Api.withToken("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.")
        }) {
            Answer answer = stranger.get(path);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.text("/type")).isEqualTo("/problems/unauthenticated");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "reviewer, /api/agents",
        "operator, /api/agents",
        "author, /api/code-deployments/00000000-0000-7000-8000-000000000000/review",
        "author, /api/code-deployments/00000000-0000-7000-8000-000000000000/checks",
        "reviewer, /api/code-deployments/00000000-0000-7000-8000-000000000000/checks",
        "author, /api/code-deployments/00000000-0000-7000-8000-000000000000/rollback",
        "reviewer, /api/code-deployments/00000000-0000-7000-8000-000000000000/rollback"
    })
    void aRoleMayDoOnlyWhatIsItsOwn(String user, String path) {
        Answer answer = Api.as(user).post(path, "{}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("/type")).isEqualTo("/problems/forbidden");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String unknown = UUID.randomUUID().toString();

        assertThat(author.get("/api/agents/" + unknown).status()).isEqualTo(404);
        assertThat(author.get("/api/code-deployments/" + unknown).status()).isEqualTo(404);
        assertThat(author.get("/api/audit?run_id=" + unknown).status()).isEqualTo(404);
        assertThat(author.post("/api/agents/%s/generate-code".formatted(unknown), "{}")
                        .status())
                .isEqualTo(404);
        assertThat(Api.as("reviewer")
                        .post("/api/code-deployments/%s/review".formatted(unknown), "{\"decision\": \"approved\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aNewAgentIsCreatedWithItsPlaceItsTagAndEveryField() {
        var agent = Agents.agent();

        Answer created = author.post("/api/agents", agent.toString());

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/agents/" + created.text("/agent_id"));
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.body().at("/revision").asInt()).isEqualTo(1);
        agent.propertyStream()
                .forEach(field -> assertThat(created.body().get(field.getKey())).isEqualTo(field.getValue()));
        assertThat(author.get(created.header("Location")).body()).isEqualTo(created.body());
    }

    @Test
    void aKeyBelongsToOneAgent() {
        var agent = Agents.agent();
        author.post("/api/agents", agent.toString());

        Answer second = author.post("/api/agents", agent.toString());

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/errors/0/pointer")).isEqualTo("/agent_key");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Answer answer = author.post(
                "/api/agents",
                Agents.agent()
                        .put("temperature", 3)
                        .put("role", "a\nb")
                        .put("rolle", 1)
                        .toString());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactly("/role", "/temperature", "/rolle");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/code-scans | {\"code\": 1} | 400 | /code",
                "/api/code-scans | {\"code\": \"x = '\\ud800'\"} | 422 | /code",
                "/api/code-scans | {\"text\": \"x\"} | 400 | /text",
                "/api/code-scans | {\"code\" | 400 | ''",
                "/api/agents/00000000-0000-7000-8000-000000000000/generate-code | {\"create_pr\": \"yes\"} | 400 | /create_pr",
                "/api/agents | [] | 422 | ''",
                "/api/agents | {bad | 422 | ''"
            })
    void aBodyThatCannotBeReadIsAnsweredWithThePlace(String path, String body, int status, String pointer) {
        Answer answer = author.post(path, body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
        assertThat(answer.response().body()).doesNotContain("io.crewsmith", "tools.jackson");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/agents/abc", "/api/audit", "/api/audit?run_id=1", "/api/agents?limit=x"})
    void aParameterThatCannotBeReadIsAProblemOfTheRequest(String path) {
        Answer answer = author.get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/type")).isEqualTo("/problems/malformed");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/agents/abc, id must be a UUID",
        "/api/audit?run_id=1, run_id must be a UUID",
        "/api/agents?limit=x, limit must be a whole number"
    })
    void aParameterIsNamedAsTheRequestNamesIt(String path, String words) {
        assertThat(author.get(path).text("/detail")).startsWith(words);
    }

    @Test
    void whatTheFrameworkRefusesIsAProblemOfOurs() {
        String large = "{\"code\": \"%s\"}".formatted("x".repeat(20_000_000));

        assertProblem(author.get("/api/nix"), 404, "/problems/not-found");
        assertProblem(author.send("PATCH", "/api/agents", "{}", Map.of()), 405, "/problems/method-not-allowed");
        assertProblem(author.post("/api/code-scans", large), 413, "/problems/too-large");
        assertProblem(
                author.send("POST", "/api/code-scans", "x", Map.of("Content-Type", "text/plain")),
                415,
                "/problems/unsupported-type");
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text("/type")).isEqualTo(type);
        assertThat(answer.response().body()).doesNotContain("springframework", "java.", "static resource");
    }

    @Test
    void noCharacterInACursorIsAFailureOfOurs() {
        assertThat(author.get("/api/agents?cursor=%00").status()).isEqualTo(422);
        assertThat(author.get("/api/agents?cursor=%27%22--").status()).isEqualTo(200);
    }

    @Test
    void aChangeOfWhatIsNoLongerTheNewestIsRefused() {
        var agent = Agents.agent();
        Answer created = author.post("/api/agents", agent.toString());
        String path = created.header("Location");

        Answer second = author.send("PUT", path, agent.put("goal", "Another").toString(), Map.of("If-Match", "\"1\""));
        Answer third = author.send("PUT", path, agent.put("goal", "Third").toString(), Map.of("If-Match", "\"1\""));

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.header("ETag")).isEqualTo("\"2\"");
        assertThat(third.status()).isEqualTo(412);
    }

    @Test
    void theSameChangeTwiceIsOneRevision() {
        var agent = Agents.agent();
        String path = author.post("/api/agents", agent.toString()).header("Location");

        Answer again = author.send("PUT", path, agent.toString(), Map.of());

        assertThat(again.body().at("/revision").asInt()).isEqualTo(1);
    }

    @Test
    void theSameRequestUnderOneIdempotencyKeyIsDoneOnce() {
        String agent = Agents.agent().toString();
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        Answer first = author.send("POST", "/api/agents", agent, key);
        Answer second = author.send("POST", "/api/agents", agent, key);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void theSameChangeUnderOneIdempotencyKeyIsOneRevisionWhateverCameBetween() {
        var agent = Agents.agent();
        String path = author.post("/api/agents", agent.toString()).header("Location");
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String change = agent.put("goal", "Second").toString();

        Answer first = author.send("PUT", path, change, key);
        author.send("PUT", path, agent.put("goal", "Third").toString(), Map.of());
        Answer again = author.send("PUT", path, change, key);

        assertThat(first.body().at("/revision").asInt()).isEqualTo(2);
        assertThat(again.status()).isEqualTo(200);
        assertThat(author.get(path).body().at("/revision").asInt()).isEqualTo(3);
        assertThat(author.get(path).text("/goal")).isEqualTo("Third");
    }

    @Test
    void anIdempotencyKeyBelongsToOneRequest() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        author.send("POST", "/api/agents", Agents.agent().toString(), key);

        Answer other = author.send("POST", "/api/agents", Agents.agent().toString(), key);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/type")).isEqualTo("/problems/key-reused");
    }

    @Test
    void aDeletedAgentIsGoneAndItsKeyBringsItBack() {
        var agent = Agents.agent();
        String path = author.post("/api/agents", agent.toString()).header("Location");

        assertThat(author.send("DELETE", path, null, Map.of()).status()).isEqualTo(204);
        assertThat(author.get(path).status()).isEqualTo(404);
        Answer back = author.post("/api/agents", agent.toString());
        assertThat(back.status()).isEqualTo(201);
        assertThat(back.header("Location")).isEqualTo(path);
        assertThat(back.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void listsComeInPages() {
        Agents.saved();
        Agents.saved();

        Answer first = author.get("/api/agents?limit=1");
        Answer next = author.get("/api/agents?limit=1&cursor=" + first.text("/next_cursor"));

        assertThat(first.body().at("/items")).hasSize(1);
        assertThat(next.text("/items/0/agent_key")).isGreaterThan(first.text("/items/0/agent_key"));
        assertThat(author.get("/api/agents?limit=0").status()).isEqualTo(422);
    }

    @Test
    void theApiDescribesItself() {
        Answer description = Api.withToken(null).get("/v3/api-docs");

        assertThat(description.text("/openapi")).startsWith("3.1");
        assertThat(description.body().at("/paths").propertyNames())
                .contains(
                        "/api/agents",
                        "/api/agents/preview",
                        "/api/agents/{agentId}/generate-code",
                        "/api/code-deployments/{deploymentId}/review",
                        "/api/code-deployments/{deploymentId}/checks",
                        "/api/code-scans",
                        "/api/audit");
    }
}
