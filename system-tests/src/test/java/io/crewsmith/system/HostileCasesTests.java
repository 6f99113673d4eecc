package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.system.Api.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every hostile case, sent to the running platform, ends as its {@code must} says. */
class HostileCasesTests {

    private static final Path CASES =
            ComposeFile.ROOT.resolve("catalogue/src/test/resources/cases/hostile_configs.jsonl");
    private static final Set<Integer> REFUSED = Set.of(400, 413, 422);

    private final Api author = Api.as("author");

    @TestFactory
    Stream<DynamicTest> eachCaseEndsAsItMust() throws IOException {
        return Files.readAllLines(CASES).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .filter(hostile -> !hostile.path("field").asString().equals("commit_sha"))
                .map(hostile -> DynamicTest.dynamicTest(
                        "%s %s: %s".formatted(text(hostile, "id"), text(hostile, "field"), text(hostile, "must")),
                        () -> check(hostile)));
    }

    private void check(JsonNode hostile) {
        switch (text(hostile, "field")) {
            case "$body" -> isRefused(author.post("/api/agents", text(hostile, "value")), hostile);
            case "$header" -> header(text(hostile, "value"));
            case "comments" -> comments(text(hostile, "value"));
            case "rollback_to_version" -> rollbackToAnotherAgent();
            case "reviewer_id" -> selfApproval();
            default -> parameter(hostile);
        }
    }

    private void parameter(JsonNode hostile) {
        ObjectNode agent = with(hostile);
        double refusedBefore = refused();
        Answer answer = author.post("/api/agents", agent.toString());
        String must = text(hostile, "must");
        boolean mustBeRefused = must.startsWith("reject") && !must.contains("or ");
        boolean mayBeRefused = !must.startsWith("accept") || must.contains("reject") || isOnSeveralLines(agent);

        if (answer.status() == 201) {
            assertThat(mustBeRefused).as(must).isFalse();
            isGeneratedAsData(agent, answer.text("/agent_id"));
        } else {
            assertThat(mayBeRefused).as("%s: %s", must, answer.body()).isTrue();
            isRefused(answer, hostile);
            assertThat(refused()).isGreaterThan(refusedBefore);
        }
    }

    /** The code passes the scan, is what the configuration says, and holds nothing that must not be seen raw. */
    private void isGeneratedAsData(ObjectNode agent, String id) {
        Answer preview = author.post("/api/agents/preview", agent.toString());
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body().at("/ast_validation/passed").asBoolean())
                .as(preview.body().toString())
                .isTrue();
        assertThat(preview.body().at("/security_scan/passed").asBoolean())
                .as(preview.body().toString())
                .isTrue();
        assertThat(preview.text("/generated_code").codePoints())
                .allMatch(point -> point == '\n' || !Character.isISOControl(point))
                .noneMatch(point -> Character.getType(point) == Character.FORMAT);
        if ("unsafe".equals(agent.path("code_execution_mode").asString(""))) {
            assertThat(preview.body().path("warnings").toString()).contains("code_execution_mode");
            assertThat(preview.text("/generated_code")).doesNotContain("unsafe");
        }
        if (agent.path("backstory").asString().contains("\u200b")) {
            assertThat(preview.body().path("warnings").toString()).contains("U+200B");
        }
        assertThat(author.send("DELETE", "/api/agents/" + id, null, Map.of()).status())
                .isEqualTo(204);
    }

    private static void isRefused(Answer answer, JsonNode hostile) {
        assertThat(answer.status()).as(answer.response().body()).isIn(REFUSED);
        String field = text(hostile, "field").replace('.', '/');
        if (!field.startsWith("$")) {
            assertThat(answer.body().path("errors").values())
                    .anySatisfy(error ->
                            assertThat(error.path("pointer").asString()).startsWith("/" + field));
        }
    }

    private static void header(String header) {
        String[] parts = header.split(": ", 2);
        Answer answer = Api.withToken(null).send("POST", "/api/agents", "{}", Map.of(parts[0], parts[1]));
        assertThat(answer.status()).isEqualTo(401);
    }

    private static void comments(String comments) {
        String deployment = Agents.inReview();
        var decision = JsonMapper.shared()
                .createObjectNode()
                .put("decision", "rejected")
                .put("comments", comments);
        Api.as("reviewer").post("/api/code-deployments/%s/review".formatted(deployment), decision.toString());
        Answer answer = Api.as("reviewer").get("/api/code-deployments/" + deployment);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.body().toString()).contains("<script>alert(1)</script>");
    }

    private static void rollbackToAnotherAgent() {
        String other = Agents.deployedTwice();
        String own = Agents.deployedTwice();
        Answer answer = Api.as("operator")
                .post(
                        "/api/code-deployments/%s/rollback".formatted(own),
                        "{\"rollback_to_version\": \"%s\"}".formatted(other));
        assertThat(answer.status()).as(answer.response().body()).isIn(404, 409, 422);
        assertThat(Api.as("operator").get("/api/code-deployments/" + own).text("/deployment_status"))
                .isEqualTo("deployed");
    }

    /** The administrator has both roles, and still may not approve what is their own. */
    private static void selfApproval() {
        Api admin = Api.as("admin");
        String agent = admin.post("/api/agents", Agents.agent().toString()).text("/agent_id");
        String deployment = admin.post("/api/agents/%s/generate-code".formatted(agent), "{\"create_pr\": true}")
                .text("/deployment_id");
        Answer answer =
                admin.post("/api/code-deployments/%s/review".formatted(deployment), "{\"decision\": \"approved\"}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text("/type")).isEqualTo("/problems/four-eyes");
    }

    private static ObjectNode with(JsonNode hostile) {
        ObjectNode agent = Agents.agent();
        JsonNode value = hostile.path("value");
        if (hostile.has("repeat")) {
            value = agent.stringNode(
                    value.asString().repeat(hostile.path("repeat").asInt()));
        }
        String[] path = text(hostile, "field").split("\\.");
        ObjectNode parent = path.length == 1 ? agent : agent.putObject(path[0]);
        parent.set(path[path.length - 1], value);
        return agent;
    }

    /** A role is one line: line ends in it are refused, whatever else is there. */
    private static boolean isOnSeveralLines(ObjectNode agent) {
        return agent.path("role").asString().lines().count() > 1;
    }

    private static double refused() {
        return Api.as("operator")
                .get("/actuator/prometheus")
                .response()
                .body()
                .lines()
                .filter(line -> line.startsWith("crewsmith_requests_refused_total{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static String text(JsonNode hostile, String name) {
        return hostile.path(name).asString();
    }
}
