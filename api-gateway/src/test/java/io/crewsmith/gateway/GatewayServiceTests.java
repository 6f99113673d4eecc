package io.crewsmith.gateway;

import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.AgentSaved;
import io.crewsmith.events.v1.Envelope;
import io.crewsmith.events.v1.SaveAgent;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The gateway alone, as its own main class runs it; the test plays the service behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayServiceTests {

    private static final String AGENT = """
            {"agent_id": "%s", "agent_key": "market-analyst", "role": "Market analyst", "goal": "Size markets.",
             "backstory": "Ten years of it.", "llm_model": "openai/gpt-4o"}
            """;

    private final RunningGateway gateway = new RunningGateway();

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void aRequestWaitsForWhatTheServiceBehindItSays() {
        UUID agentId = UUID.randomUUID();
        CompletableFuture<HttpResponse<String>> answer = gateway.post("/api/agents", AGENT.formatted(agentId));
        SaveAgent command = command(agentId);
        assertThat(answer).isNotDone();

        publish(Topics.AGENTS, saved(command));

        assertThat(answer.join().statusCode()).isEqualTo(201);
        assertThat(answer.join().headers().firstValue("Location")).hasValue("/api/agents/" + agentId);
    }

    @Test
    void afterTheWaitTheAnswerIsAPlaceToLook() {
        UUID agentId = UUID.randomUUID();

        HttpResponse<String> answer =
                gateway.post("/api/agents", AGENT.formatted(agentId)).join();

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).hasValue("/api/agents/" + agentId);
        publish(Topics.AGENTS, saved(command(agentId)));
    }

    private static SaveAgent command(UUID agentId) {
        var record = await(Topics.COMMANDS, candidate -> agentId.toString().equals(candidate.key()));
        return (SaveAgent) new EventCodec().decode(record.value());
    }

    private static AgentSaved saved(SaveAgent command) {
        Envelope envelope = Envelope.newBuilder(Samples.sameRun(command.getEnvelope(), "author"))
                .setCausationId(command.getEnvelope().getEventId())
                .build();
        return new AgentSaved(
                envelope,
                "market-analyst",
                1,
                "author",
                command.getConfiguration(),
                Samples.sha256(command.getConfiguration()),
                envelope.getOccurredAt(),
                null);
    }
}
