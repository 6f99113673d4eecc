package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.system.Api.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/** The way of one agent: saved, generated, submitted, approved by another person, deployed; again, and rolled back. */
final class Journey {

    private static final String DEPLOYMENTS = "/api/code-deployments/";

    private final Fleet fleet;
    private final Insistence client;
    private final ObjectNode agent = Agents.agent();
    private String agentPath = "";

    Journey(Fleet fleet) {
        this.fleet = fleet;
        this.client = new Insistence(fleet);
    }

    Journey save() {
        Answer saved = client.post("author", "/api/agents", agent.toString());
        assertThat(saved.status()).as(saved.response().body()).isEqualTo(201);
        agentPath = saved.header("Location");
        return this;
    }

    Journey change() {
        agent.put("goal", agent.path("goal").asString() + " Name the year of each.");
        Answer saved = client.put("author", agentPath, agent.toString());
        assertThat(saved.status()).as(saved.response().body()).isEqualTo(200);
        return this;
    }

    /** From code to a branch; the deployment's id. */
    String propose() {
        Answer generated = client.post("author", agentPath + "/generate-code", "{}");
        assertThat(generated.text("/deployment_status"))
                .as(generated.response().body())
                .isEqualTo("pending");
        String id = generated.text("/deployment_id");
        Answer submitted = client.post("author", DEPLOYMENTS + id + "/submit", "{}");
        assertThat(submitted.text("/deployment_status"))
                .as(submitted.response().body())
                .isEqualTo("review_required");
        return id;
    }

    /** From the branch to the active file. */
    Answer approve(String deployment) {
        Answer deployed = client.post("reviewer", DEPLOYMENTS + deployment + "/review", "{\"decision\": \"approved\"}");
        assertThat(deployed.text("/deployment_status"))
                .as(deployed.response().body())
                .isEqualTo("deployed");
        return deployed;
    }

    Answer rollBack(String deployment) {
        return client.post("operator", DEPLOYMENTS + deployment + "/rollback", "{}");
    }

    Answer deployment(String id) {
        return fleet.as("author").get(DEPLOYMENTS + id);
    }

    /** The file that is active now. */
    String activeCode(Answer deployed) throws IOException {
        return Files.readString(file(deployed));
    }

    private static Path file(Answer deployed) {
        return Path.of(deployed.text("/deployment_path"));
    }
}
