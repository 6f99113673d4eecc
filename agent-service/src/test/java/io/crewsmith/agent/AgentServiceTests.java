package io.crewsmith.agent;

import static io.crewsmith.testsupport.TestTopics.answers;
import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.embedded.DatabaseAddress;
import io.crewsmith.events.v1.AgentChanged;
import io.crewsmith.events.v1.AgentDeleted;
import io.crewsmith.events.v1.AgentRejected;
import io.crewsmith.events.v1.AgentRemoved;
import io.crewsmith.events.v1.AgentSaved;
import io.crewsmith.events.v1.Envelope;
import io.crewsmith.events.v1.GenerateCode;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.Problem;
import io.crewsmith.events.v1.Rejection;
import io.crewsmith.events.v1.SaveAgent;
import io.crewsmith.events.v1.SaveMode;
import io.crewsmith.platform.ServiceApplication;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import io.crewsmith.testsupport.TestServices;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** The service alone, as its own main class runs it, on a real broker and a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentServiceTests {

    private final DatabaseAddress database = TestServices.freshDatabase();
    private ConfigurableApplicationContext service = start();

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void aSavedAgentIsSaidWithEverythingThatTheNextServiceNeeds() {
        var save = save(UUID.randomUUID(), SaveMode.CREATE, null, configuration("market-analyst", "Size markets."));

        publish(Topics.COMMANDS, save);

        AgentSaved saved = await(Topics.AGENTS, AgentSaved.class, save);
        assertThat(saved.getAgentKey()).isEqualTo("market-analyst");
        assertThat(saved.getRevision()).isEqualTo(1);
        assertThat(saved.getAuthor()).isEqualTo("ann");
        assertThat(saved.getConfiguration()).contains("\"goal\":\"Size markets.\"", "\"verbose\":false");
        assertThat(saved.getGeneration()).isNull();
        assertThat(saved.getEnvelope().getRunId()).isEqualTo(save.getEnvelope().getRunId());
    }

    @Test
    void aCommandThatComesTwiceIsOneRevisionAndOneEvent() {
        UUID agent = UUID.randomUUID();
        var save = save(agent, SaveMode.CREATE, null, configuration("twice", "First."));
        var next = save(agent, SaveMode.REPLACE, null, configuration("twice", "Second."));

        publish(Topics.COMMANDS, save, save, next);

        assertThat(await(Topics.AGENTS, AgentSaved.class, next).getRevision()).isEqualTo(2);
        assertThat(answers(Topics.AGENTS, save)).hasSize(1);
    }

    @Test
    void aChangeOfAnOlderRevisionIsStale() {
        UUID agent = UUID.randomUUID();
        publish(
                Topics.COMMANDS,
                save(agent, SaveMode.CREATE, null, configuration("stale", "First.")),
                save(agent, SaveMode.REPLACE, 1, configuration("stale", "Second.")));
        var late = save(agent, SaveMode.REPLACE, 1, configuration("stale", "Third."));

        publish(Topics.COMMANDS, late);

        assertThat(await(Topics.AGENTS, AgentRejected.class, late).getRejection())
                .isEqualTo(Rejection.STALE);
    }

    @Test
    void anotherServiceSavesAsPeopleDoAndAnEqualChangeIsNoNewRevision() {
        UUID agent = UUID.randomUUID();
        var first = new AgentChanged(envelope(agent), configuration("from-crm", "First."), null);
        var equal = new AgentChanged(
                envelope(agent), configuration("from-crm", "First."), new GenerationRequest(false, false));

        publish(Topics.AGENT_CHANGES, first, equal);

        AgentSaved again = await(Topics.AGENTS, AgentSaved.class, equal);
        assertThat(again.getRevision()).isEqualTo(1);
        assertThat(again.getGeneration()).isEqualTo(new GenerationRequest(false, false));
    }

    @Test
    void anInvalidChangeOfAnotherServiceIsRejectedWithEveryProblem() {
        var change = new AgentChanged(
                envelope(UUID.randomUUID()), "{\"agent_key\": \"Not A Key\", \"role\": \"R\", \"colour\": 1}", null);

        publish(Topics.AGENT_CHANGES, change);

        AgentRejected rejected = await(Topics.AGENTS, AgentRejected.class, change);
        assertThat(rejected.getRejection()).isEqualTo(Rejection.INVALID);
        assertThat(rejected.getProblems())
                .extracting(Problem::getPointer)
                .contains("/agent_key", "/goal", "/backstory", "/colour");
    }

    @Test
    void aRemovedAgentIsGoneAndCodeForItIsRefused() {
        UUID agent = UUID.randomUUID();
        publish(Topics.COMMANDS, save(agent, SaveMode.CREATE, null, configuration("short-lived", "First.")));
        var removal = new AgentRemoved(envelope(agent));
        publish(Topics.AGENT_CHANGES, removal);
        assertThat(await(Topics.AGENTS, AgentDeleted.class, removal).getAgentKey())
                .isEqualTo("short-lived");
        var generate = new GenerateCode(envelope(agent), new GenerationRequest(false, false), null);

        publish(Topics.COMMANDS, generate);

        assertThat(await(Topics.AGENTS, AgentRejected.class, generate).getRejection())
                .isEqualTo(Rejection.NOT_FOUND);
    }

    @Test
    void whatIsNoEventDoesNotBlockWhatComesAfter() {
        UUID agent = UUID.randomUUID();
        publish(Topics.AGENT_CHANGES, agent.toString(), "no event".getBytes(UTF_8));
        var change = new AgentChanged(envelope(agent), configuration("after-rubbish", "First."), null);

        publish(Topics.AGENT_CHANGES, change);

        assertThat(await(Topics.AGENTS, AgentSaved.class, change).getRevision()).isEqualTo(1);
        assertThat(await(
                                Topics.AGENT_CHANGES + ".dlt",
                                record -> agent.toString().equals(record.key()))
                        .value())
                .isEqualTo("no event".getBytes(UTF_8));
    }

    @Test
    void agentsSurviveARestart() {
        UUID agent = UUID.randomUUID();
        var save = save(agent, SaveMode.CREATE, null, configuration("durable", "First."));
        publish(Topics.COMMANDS, save);
        await(Topics.AGENTS, AgentSaved.class, save);
        service.close();
        service = start();
        var generate = new GenerateCode(envelope(agent), new GenerationRequest(true, false), null);

        publish(Topics.COMMANDS, generate);

        AgentSaved saved = await(Topics.AGENTS, AgentSaved.class, generate);
        assertThat(saved.getAgentKey()).isEqualTo("durable");
        assertThat(saved.getGeneration()).isEqualTo(new GenerationRequest(true, false));
        assertThat(answers(Topics.AGENTS, save)).hasSize(1);
    }

    private ConfigurableApplicationContext start() {
        return ServiceApplication.of(
                        AgentServiceApplication.class,
                        Map.of(
                                "server.port", 0,
                                "spring.kafka.bootstrap-servers", TestServices.bootstrapServers(),
                                "spring.datasource.url", database.jdbcUrl(),
                                "spring.datasource.username", database.user(),
                                "spring.datasource.password", database.password()))
                .run();
    }

    private static SaveAgent save(UUID agent, SaveMode mode, @Nullable Integer revision, String configuration) {
        return new SaveAgent(envelope(agent), mode, revision, configuration);
    }

    private static String configuration(String key, String goal) {
        return """
                {"agent_key": "%s", "role": "Market analyst", "goal": "%s", "backstory": "Ten years of it.",
                 "llm_model": "openai/gpt-4o"}
                """.formatted(key, goal);
    }

    private static Envelope envelope(UUID agent) {
        return Samples.envelope(agent, "ann");
    }
}
