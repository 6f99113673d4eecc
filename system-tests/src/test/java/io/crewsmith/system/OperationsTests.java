package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.system.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The figures for operators, after something has happened. */
@Timeout(60)
class OperationsTests {

    @Test
    void whatHappenedIsCounted() {
        Agents.deployedTwice();

        Answer answer = Api.as("operator").get("/api/operations?hours=1");
        JsonNode figures = answer.body();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(figures.at("/counts/Deployed").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(figures.at("/scans/passed").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(figures.at("/reviews/decided").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(figures.at("/series")).hasSize(24);
        assertThat(figures.at("/series")
                        .valueStream()
                        .mapToInt(piece -> piece.at("/counts/Deployed").asInt())
                        .sum())
                .isEqualTo(figures.at("/counts/Deployed").asInt());
        assertThat(figures.at("/stages")
                        .valueStream()
                        .map(stage -> stage.at("/type").asString()))
                .contains("CodeGenerated", "ScanCompleted", "Merged", "Deployed");
        assertThat(figures.at("/lag").propertyNames()).contains("git-service", "deployment-service");
        assertThat(figures.at("/outbox").propertyNames()).contains("agents", "reviews");
        assertThat(figures.at("/dead_letters").propertyNames()).contains("crewsmith.agent-changes.v1.dlt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2000000000"})
    void aSpanThatIsNotKeptIsRefused(String hours) {
        Answer answer = Api.as("operator").get("/api/operations?hours=" + hours);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/type")).isEqualTo("/problems/invalid");
        assertThat(answer.text("/detail")).contains("between 1 and 2160");
    }
}
