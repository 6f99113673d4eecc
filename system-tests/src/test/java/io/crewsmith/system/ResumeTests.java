package io.crewsmith.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.system.Api.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Somebody edits generated code in the repository, as people do. */
class ResumeTests {

    private final Api author = Api.as("author");
    private final Api operator = Api.as("operator");

    @TempDir
    private Path clone;

    @Test
    void anEditByHandPausesTheNextRunUntilItIsReverted() throws Exception {
        ObjectNode agent = Agents.agent().put("agent_key", "edited-by-hand");
        String path =
                "/api/agents/" + author.post("/api/agents", agent.toString()).text("/agent_id");
        approve(author.post(path + "/generate-code", "{\"create_pr\": true}"));
        edit("edited_by_hand.py");
        author.send("PUT", path, agent.put("goal", "Size markets twice.").toString(), Map.of());

        Answer conflict = author.post(path + "/generate-code", "{\"create_pr\": true}");

        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.text("/type")).isEqualTo("/problems/merge-conflict");
        assertThat(conflict.text("/detail"))
                .startsWith("Edited by hand since the last release and not overwritten: agents/")
                .contains("of Somebody");
        Answer paused = newest(path);
        assertThat(paused.text("/deployment_status")).isEqualTo("failed");
        assertThat(paused.body().at("/resumable").asBoolean()).isTrue();
        assertThat(paused.text("/missing_to_merge/0")).isEqualTo("what stopped it, resolved, and the run resumed");

        String resume = "/api/code-deployments/%s/resume".formatted(paused.text("/deployment_id"));
        assertThat(operator.post(resume, "{}").text("/type")).isEqualTo("/problems/merge-conflict");
        git("revert", "--no-edit", "HEAD");
        git("push", "-q");
        Answer resumed = operator.post(resume, "{}");

        assertThat(resumed.text("/deployment_status")).isEqualTo("review_required");
        assertThat(resumed.body().at("/problem").isNull()).isTrue();
        assertThat(approve(resumed).text("/deployment_status")).isEqualTo("deployed");
    }

    @Test
    void whatDidNotStopCannotBeResumed() {
        String deployment = Agents.inReview();

        Answer refused = operator.post("/api/code-deployments/%s/resume".formatted(deployment), "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail"))
                .isEqualTo("Only a run that Git or the deployment stopped can be resumed;"
                        + " this one is review_required.");
        assertThat(Api.as("reviewer")
                        .post("/api/code-deployments/%s/resume".formatted(deployment), "{}")
                        .status())
                .isEqualTo(403);
    }

    private Answer newest(String agentPath) {
        String id = author.get(
                        "/api/code-deployments?limit=1&agent_id=" + agentPath.substring(agentPath.lastIndexOf('/') + 1))
                .text("/items/0/deployment_id");
        return author.get("/api/code-deployments/" + id);
    }

    private static Answer approve(Answer generated) {
        return Api.as("reviewer")
                .post(
                        "/api/code-deployments/%s/review".formatted(generated.text("/deployment_id")),
                        "{\"decision\": \"approved\"}");
    }

    private void edit(String module) throws Exception {
        git("clone", "-q", RunningPlatform.platform().addresses().repository().toString(), ".");
        try (Stream<Path> files = Files.walk(clone)) {
            Path file = files.filter(path -> path.endsWith(module)).findFirst().orElseThrow();
            Files.writeString(file, Files.readString(file) + "# by hand\n");
        }
        git("commit", "-q", "-a", "-m", "fix: Change by hand");
        git("push", "-q");
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=Somebody", "-c", "user.email=somebody@example.org"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(clone.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
