package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** A run is one trace, over every topic and over the time that people take. */
@Timeout(60)
class TracingTests {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @Test
    void fromTheFirstRequestToTheDeploymentAllIsOneTrace() {
        String deployment = Api.as("author")
                .send(
                        "POST",
                        "/api/agents/%s/generate-code".formatted(Agents.saved()),
                        "{\"create_pr\": true}",
                        Map.of("traceparent", "00-%s-00f067aa0ba902b7-01".formatted(TRACE)))
                .text("/deployment_id");
        Api.as("reviewer")
                .post("/api/code-deployments/%s/review".formatted(deployment), "{\"decision\": \"approved\"}");

        List<JsonNode> trail = Api.as("author")
                .get("/api/audit?run_id=" + deployment)
                .body()
                .valueStream()
                .toList();

        assertThat(trail)
                .extracting(entry -> entry.at("/type").asString())
                .contains("GenerateCode", "ScanCompleted", "BranchPushed", "DecideReview", "Merged", "Deployed");
        assertThat(trail).extracting(entry -> entry.at("/trace_id").asString()).containsOnly(TRACE);
    }
}
