package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.embedded.EmbeddedSettings;
import io.crewsmith.standalone.Platform;
import io.crewsmith.system.Api.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What a data folder keeps when the platform on it is stopped and started again. */
class RestartTests {

    @TempDir
    private Path data;

    @Test
    void agentsAndDeploymentsTokensAndAddressesSurviveARestart() throws IOException {
        String agent;
        String deployment;
        String token;
        try (Platform first = start()) {
            Api author = Api.as("author", first);
            agent = author.post("/api/agents", Agents.agent().toString()).header("Location");
            deployment = "/api/code-deployments/"
                    + author.post(agent + "/generate-code", "{\"create_pr\": true}")
                            .text("/deployment_id");
            token = first.token("author");
        }
        try (Platform second = start()) {
            Api author = Api.as("author", second);

            assertThat(second.token("author")).isEqualTo(token);
            assertThat(author.get(agent).status()).isEqualTo(200);
            assertThat(author.get(deployment).text("/deployment_status")).isEqualTo("review_required");
            Answer deployed = Api.as("reviewer", second).post(deployment + "/review", "{\"decision\": \"approved\"}");
            assertThat(deployed.text("/deployment_status")).isEqualTo("deployed");
        }
    }

    @Test
    void theFolderSaysWhereEverythingIsAndKeepsTheTokensToItsOwner() throws IOException {
        try (Platform platform = start()) {
            var addresses = JsonMapper.shared().readTree(Files.readAllBytes(data.resolve("platform.json")));
            var tokens = JsonMapper.shared().readTree(Files.readAllBytes(data.resolve("tokens.json")));

            assertThat(addresses.propertyNames())
                    .containsExactlyInAnyOrder("gateway", "kafka", "postgres", "repository", "deployments");
            assertThat(addresses.path("gateway").asString())
                    .isEqualTo(platform.addresses().gateway().toString());
            assertThat(tokens.propertyNames())
                    .containsExactlyInAnyOrder("author", "reviewer", "operator", "admin", "service");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("tokens.json"))))
                    .isEqualTo("rw-------");
        }
    }

    private Platform start() {
        return Platform.start(data, 0, EmbeddedSettings.forTests());
    }
}
