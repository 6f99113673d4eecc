package io.crewsmith.gateway;

import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.embedded.DatabaseAddress;
import io.crewsmith.events.v1.AgentSaved;
import io.crewsmith.events.v1.Envelope;
import io.crewsmith.events.v1.SaveAgent;
import io.crewsmith.platform.ServiceApplication;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import io.crewsmith.testsupport.TestServices;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** The gateway alone, as its own main class runs it; the test plays the service behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayServiceTests {

    private static final String AGENT = """
            {"agent_id": "%s", "agent_key": "market-analyst", "role": "Market analyst", "goal": "Size markets.",
             "backstory": "Ten years of it.", "llm_model": "openai/gpt-4o"}
            """;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext gateway = start();

    @AfterAll
    void stop() {
        gateway.close();
        http.close();
    }

    @Test
    void aRequestWaitsForWhatTheServiceBehindItSays() {
        UUID agentId = UUID.randomUUID();
        CompletableFuture<HttpResponse<String>> answer = post("/api/agents", AGENT.formatted(agentId));
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
                post("/api/agents", AGENT.formatted(agentId)).join();

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

    private CompletableFuture<HttpResponse<String>> post(String path, String body) {
        String port = gateway.getEnvironment().getRequiredProperty("local.server.port");
        return http.sendAsync(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s%s".formatted(port, path)))
                        .header("Authorization", "Bearer t0ken")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static ConfigurableApplicationContext start() {
        DatabaseAddress database = TestServices.freshDatabase();
        return ServiceApplication.of(
                        GatewayApplication.class,
                        Map.ofEntries(
                                Map.entry("server.port", 0),
                                Map.entry("spring.kafka.bootstrap-servers", TestServices.bootstrapServers()),
                                Map.entry("spring.datasource.url", database.jdbcUrl()),
                                Map.entry("spring.datasource.username", database.user()),
                                Map.entry("spring.datasource.password", database.password()),
                                Map.entry("spring.r2dbc.url", database.r2dbcUrl()),
                                Map.entry("spring.r2dbc.username", database.user()),
                                Map.entry("spring.r2dbc.password", database.password()),
                                Map.entry("crewsmith.gateway.answer-within", "5s"),
                                Map.entry("crewsmith.gateway.users[0].name", "author"),
                                Map.entry("crewsmith.gateway.users[0].roles", "author"),
                                Map.entry("crewsmith.gateway.users[0].token.value", "t0ken")))
                .run();
    }
}
