package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.system.Api.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Crews and tasks: stored, generated, reviewed and deployed like agents. */
class CrewTests {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String APPROVED = "{\"decision\": \"approved\"}";

    private final Api author = Api.as("author");
    private final Api reviewer = Api.as("reviewer");

    @Test
    void aCrewIsDeployedBesideItsAgents() throws IOException {
        String agent = Agents.deployed();
        String task = task(agent);
        Answer crew = author.post("/api/crews", crew(agent, task));
        assertThat(crew.status()).isEqualTo(201);
        assertThat(crew.header("Location")).isEqualTo("/api/crews/" + crew.text("/crew_id"));
        assertThat(crew.header("ETag")).isEqualTo("\"1\"");

        Answer generated = generate(crew);
        assertThat(generated.status()).isEqualTo(200);
        assertThat(generated.text("/kind")).isEqualTo("crew");
        assertThat(generated.text("/crew_key")).isEqualTo(crew.text("/crew_key"));
        assertThat(generated.body().at("/agent_id").isNull()).isTrue();
        assertThat(generated.text("/git/branch")).startsWith("crew-code/market-brief-");
        assertThat(generated.body().at("/warnings/0/parameter").asString()).isEqualTo("planning_llm");

        Answer deployed = review(generated);
        assertThat(deployed.text("/deployment_status")).isEqualTo("deployed");
        assertThat(Files.readString(Path.of(deployed.text("/deployment_path"))))
                .isEqualTo(generated.text("/generated_code"))
                .contains("class MarketBrief");
        assertThat(author.get("/api/code-deployments?crew_id=" + crew.text("/crew_id"))
                        .text("/items/0/deployment_id"))
                .isEqualTo(generated.text("/deployment_id"));
        assertThat(Path.of(deployed.text("/deployment_path")).getParent()).endsWithRaw(Path.of("app/crews"));
    }

    @Test
    void aCrewWaitsUntilItsAgentsAreDeployed() {
        String agent = Agents.saved();
        Answer generated = generate(author.post("/api/crews", crew(agent, task(agent))));

        Answer approved = review(generated);

        assertThat(approved.status()).isEqualTo(500);
        assertThat(approved.text("/detail"))
                .matches("market-brief-\\d+ needs app/agents/market_analyst_\\d+.py, which is not deployed. "
                        + "Deploy that first, then generate this code again.");
    }

    @Test
    void aCrewThatDoesNotHoldTogetherIsRefusedWithThePlaces() {
        String agent = Agents.saved();
        Answer empty = author.post("/api/crews", "{\"crew_key\": \"empty-crew\"}");
        assertThat(empty.status()).isEqualTo(201);

        Answer generated = generate(empty);

        assertThat(generated.status()).isEqualTo(422);
        assertThat(generated
                        .body()
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.path("pointer").asString()))
                .containsExactly("/agent_ids", "/task_ids");
        assertThat(author.post("/api/crews", crew(agent, agent)).text("/errors/0/pointer"))
                .isEqualTo("/task_ids/0");
    }

    @Test
    void aPreviewOfACrewShowsItsCodeAndStoresNothing() {
        String agent = Agents.saved();
        String body = crew(agent, task(agent));

        Answer preview = author.post("/api/crews/preview", body);

        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.text("/generated_code")).contains("tasks=self._create_tasks(),");
        assertThat(preview.body().at("/security_scan/passed").asBoolean()).isTrue();
        assertThat(author.post("/api/crews", body).status()).isEqualTo(201);
    }

    @Test
    void whatACrewNeedsIsNotDeleted() {
        String agent = Agents.saved();
        String task = task(agent);
        Answer crew = author.post("/api/crews", crew(agent, task));

        Answer refused = author.send("DELETE", "/api/agents/" + agent, null, Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail")).contains("It is needed by crew " + crew.text("/crew_key"));

        for (String path : new String[] {crew.header("Location"), "/api/tasks/" + task, "/api/agents/" + agent}) {
            assertThat(author.send("DELETE", path, null, Map.of()).status())
                    .as(path)
                    .isEqualTo(204);
            assertThat(author.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void theKeyOfAnAgentStaysItsOwn() {
        ObjectNode agent = Agents.agent();
        Answer saved = author.post("/api/agents", agent.toString());
        String key = agent.path("agent_key").asString();

        Answer renamed = author.send(
                "PUT",
                saved.header("Location"),
                agent.put("agent_key", key + "-new").toString(),
                Map.of());
        assertThat(renamed.status()).isEqualTo(422);
        assertThat(renamed.text("/errors/0/pointer")).isEqualTo("/agent_key");
        assertThat(author.post("/api/agents", agent.put("agent_key", key).toString())
                        .text("/errors/0/pointer"))
                .isEqualTo("/agent_key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "crew", "task"})
    void whatAKindMaySayIsServedAsJsonSchema(String kind) {
        JsonNode schema = author.get("/api/catalogue/crewai-1.3.0/" + kind).body();

        assertThat(schema.at("/properties/%s_key/pattern".formatted(kind)).asString())
                .startsWith("^[a-z]");
    }

    private Answer generate(Answer crew) {
        return author.post(crew.header("Location") + "/generate-code", "{\"create_pr\": true}");
    }

    private Answer review(Answer generated) {
        return reviewer.post("/api/code-deployments/%s/review".formatted(generated.text("/deployment_id")), APPROVED);
    }

    private String task(String agent) {
        return author.post("/api/tasks", """
                        {"task_key": "collect-facts-%d", "description": "Collect facts about {market}.",
                         "expected_output": "A list.", "assigned_agent_id": "%s", "guardrail_function": "not_empty"}
                        """.formatted(COUNT.incrementAndGet(), agent))
                .text("/task_id");
    }

    private static String crew(String agent, String task) {
        return """
                {"crew_key": "market-brief-%d", "agent_ids": ["%s"], "task_ids": ["%s"], "planning_enabled": true}
                """.formatted(COUNT.incrementAndGet(), agent, task);
    }
}
