package io.crewsmith.system;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Agents for tests, each with a key of its own. */
final class Agents {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Agents() {}

    static ObjectNode agent() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("agent_key", "market-analyst-" + COUNT.incrementAndGet())
                .put("role", "Market analyst, R&D")
                .put("goal", "Size markets and say which figures are estimates.")
                .put("backstory", "You have sized markets for ten years.\nYou quote your sources.")
                .put("llm_model", "openai/gpt-4o");
    }

    /** Saves a new agent; its id. */
    static String saved() {
        return Api.as("author").post("/api/agents", agent().toString()).text("/agent_id");
    }

    /** Generates code for a new agent and submits it; the deployment's id. */
    static String inReview() {
        return Api.as("author")
                .post("/api/agents/%s/generate-code".formatted(saved()), "{\"create_pr\": true}")
                .text("/deployment_id");
    }

    /** An agent with two deployed versions; the second deployment's id. */
    static String deployedTwice() {
        Api author = Api.as("author");
        ObjectNode agent = agent();
        String id = author.post("/api/agents", agent.toString()).text("/agent_id");
        deployed(id);
        author.send(
                "PUT",
                "/api/agents/" + id,
                agent.put("goal", "Size markets twice.").toString(),
                Map.of());
        return deployed(id);
    }

    /** An agent with a deployed version; its id. */
    static String deployed() {
        String id = saved();
        deployed(id);
        return id;
    }

    /** An agent with a deployed version, of other users than the platform's. */
    static void deployed(Function<String, Api> users) {
        String id =
                users.apply("author").post("/api/agents", agent().toString()).text("/agent_id");
        deployed(id, users);
    }

    private static String deployed(String agentId) {
        return deployed(agentId, Api::as);
    }

    private static String deployed(String agentId, Function<String, Api> users) {
        String deployment = users.apply("author")
                .post("/api/agents/%s/generate-code".formatted(agentId), "{\"create_pr\": true}")
                .text("/deployment_id");
        users.apply("reviewer")
                .post("/api/code-deployments/%s/review".formatted(deployment), "{\"decision\": \"approved\"}");
        return deployment;
    }
}
