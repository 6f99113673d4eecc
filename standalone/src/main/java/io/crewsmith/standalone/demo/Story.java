package io.crewsmith.standalone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.platform.events.Digests;
import io.crewsmith.standalone.Platform;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The story: save, generate, submit, approve, deploy, change, roll back, and read the trail. Each claim is checked. */
final class Story {

    private static final String APPROVED =
            "{\"decision\": \"approved\", \"comments\": \"Read it; it does what the goal says.\"}";

    private final Platform platform;
    private final Narrator narrator;
    private final Evidence evidence;
    private final Gateway author;
    private final Gateway reviewer;
    private final Gateway operator;

    Story(Platform platform, Narrator narrator, PythonInterpreters pythons) {
        HttpClient http = HttpClient.newHttpClient();
        this.platform = platform;
        this.narrator = narrator;
        this.evidence = new Evidence(platform.addresses(), narrator, pythons);
        this.author = Gateway.as("author", platform, http);
        this.reviewer = Gateway.as("reviewer", platform, http);
        this.operator = Gateway.as("operator", platform, http);
    }

    void tell(List<Path> agents) {
        StoryBroken.unless(!agents.isEmpty(), "There is no agent in the folder of examples.");
        for (Path file : agents) {
            JsonNode agent = create(file);
            JsonNode first = release(agent);
            if (file.equals(agents.getFirst())) {
                JsonNode second = changeAndRelease(agent);
                rollBack(second, first);
                trail(second);
            }
        }
    }

    private JsonNode create(Path file) {
        narrator.chapter("%s: an author saves the agent and asks for code".formatted(file.getFileName()));
        JsonNode agent = narrator.step("POST /api/agents", () -> author.post("/api/agents", read(file)));
        narrator.line("agent %s is saved, revision %d"
                .formatted(
                        agent.path("agent_key").asString(),
                        agent.path("revision").asInt()));
        return agent;
    }

    private JsonNode release(JsonNode agent) {
        String agentId = agent.path("agent_id").asString();
        JsonNode generated = narrator.step(
                "POST …/generate-code: rendered and scanned",
                () -> author.post("/api/agents/%s/generate-code".formatted(agentId), "{\"create_pr\": false}"));
        StoryBroken.unless(
                generated.at("/security_scan/passed").asBoolean(),
                "The scan did not pass: " + generated.path("security_scan"));
        generated
                .path("warnings")
                .forEach(warning -> narrator.line("warning: %s: %s"
                        .formatted(
                                warning.path("parameter").asString(),
                                warning.path("reason").asString())));
        return approve(generated);
    }

    private JsonNode approve(JsonNode generated) {
        String deployment =
                "/api/code-deployments/" + generated.path("deployment_id").asString();
        JsonNode submitted = narrator.step(
                "POST …/submit: committed to a branch",
                () -> author.post(deployment + "/submit", "{\"create_pr\": false}"));
        narrator.line("branch %s".formatted(submitted.at("/git/branch").asString()));
        StoryBroken.unless(
                author.statusOfPost(deployment + "/review", APPROVED) == 403,
                "The author could approve the author's own code.");
        JsonNode deployed = narrator.step(
                "POST …/review: approved by another person, merged, deployed",
                () -> reviewer.post(deployment + "/review", APPROVED));
        expectStatus(deployed, "deployed");
        evidence.check(deployed);
        return deployed;
    }

    private JsonNode changeAndRelease(JsonNode agent) {
        narrator.chapter("A second version");
        ObjectNode changed = ((ObjectNode) agent).deepCopy();
        changed.put("goal", agent.path("goal").asString() + " Say which figures are estimates.");
        changed.remove(List.of("revision", "updated_by", "updated_at"));
        String path = "/api/agents/" + agent.path("agent_id").asString();
        JsonNode saved = narrator.step(
                "PUT /api/agents/{id}",
                () -> author.put(path, JsonMapper.shared().writeValueAsString(changed)));
        return release(saved);
    }

    private void rollBack(JsonNode second, JsonNode first) {
        narrator.chapter("The second version is rolled back to the first");
        JsonNode rolledBack = narrator.step(
                "POST …/rollback: a new commit, the earlier file active again",
                () -> operator.post(
                        "/api/code-deployments/%s/rollback"
                                .formatted(second.path("deployment_id").asString()),
                        "{\"rollback_to_version\": \"%s\"}"
                                .formatted(first.path("deployment_id").asString())));
        expectStatus(rolledBack, "rolled_back");
        String active = Digests.sha256(evidence.deployedText(first).getBytes(UTF_8));
        StoryBroken.unless(
                active.equals(Digests.sha256(first.path("generated_code").asString())),
                "The active file is not the first version.");
        evidence.check(first);
    }

    private void trail(JsonNode deployment) {
        narrator.chapter("The audit trail of that run, read from the topics");
        UUID runId = UUID.fromString(deployment.path("deployment_id").asString());
        List<Trail.Entry> entries = Trail.of(runId, platform.addresses().kafka());
        entries.forEach(entry -> narrator.line("%s  %-17s %-26s #%-4d by %-9s sha256 %s…"
                .formatted(
                        entry.recordedAt(),
                        entry.type(),
                        entry.topic(),
                        entry.offset(),
                        entry.envelope().getActor(),
                        entry.digest().substring(0, 12))));
        Evidence.requireChain(entries);
        narrator.line("each event names its cause and the digest of the cause's bytes: the chain holds");
    }

    private static void expectStatus(JsonNode deployment, String status) {
        String actual = deployment.path("deployment_status").asString();
        StoryBroken.unless(actual.equals(status), "The deployment is %s instead of %s.".formatted(actual, status));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new StoryBroken("Cannot read " + file, e);
        }
    }
}
