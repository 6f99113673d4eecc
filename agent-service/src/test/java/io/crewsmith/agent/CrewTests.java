package io.crewsmith.agent;

import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Parameter;
import io.crewsmith.catalogue.json.Catalogues;
import io.crewsmith.embedded.DatabaseAddress;
import io.crewsmith.events.v1.AgentSaved;
import io.crewsmith.events.v1.CrewDeleted;
import io.crewsmith.events.v1.CrewRejected;
import io.crewsmith.events.v1.CrewSaved;
import io.crewsmith.events.v1.DeleteCrew;
import io.crewsmith.events.v1.Envelope;
import io.crewsmith.events.v1.GenerateCode;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.Problem;
import io.crewsmith.events.v1.Rejection;
import io.crewsmith.events.v1.SaveAgent;
import io.crewsmith.events.v1.SaveCrew;
import io.crewsmith.events.v1.SaveMode;
import io.crewsmith.events.v1.SaveTask;
import io.crewsmith.events.v1.TaskRejected;
import io.crewsmith.events.v1.TaskSaved;
import io.crewsmith.platform.ServiceApplication;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import io.crewsmith.testsupport.TestServices;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Crews and tasks, from the command to what the next service is told, on a real broker and a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrewTests {

    private final DatabaseAddress database = TestServices.freshDatabase();
    private final ConfigurableApplicationContext service = ServiceApplication.of(
                    AgentServiceApplication.class,
                    Map.of(
                            "server.port", 0,
                            "spring.kafka.bootstrap-servers", TestServices.bootstrapServers(),
                            "spring.datasource.url", database.jdbcUrl(),
                            "spring.datasource.username", database.user(),
                            "spring.datasource.password", database.password()))
            .run();

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void codeIsAskedForWithTasksAndKeysOfAgentsWhichStayAsLongAsTheCrew() {
        UUID agent = agent("crew-analyst");
        UUID task = task("collect-facts", agent);
        UUID crew = crew("market-brief", agent, task);

        CrewSaved wanted =
                ask(CrewSaved.class, new GenerateCode(envelope(crew), new GenerationRequest(false, false), null));

        assertThat(wanted.getCrewKey()).isEqualTo("market-brief");
        assertThat(wanted.getGeneration()).isEqualTo(new GenerationRequest(false, false));
        assertThat(wanted.getSnapshot())
                .contains(
                        "\"key\":\"crew-analyst\"", "\"task_key\":\"collect-facts\"", "\"crew_key\":\"market-brief\"");
    }

    @Test
    void aCrewThatDoesNotHoldTogetherGivesNoCodeButEveryProblem() {
        UUID crew = UUID.randomUUID();
        ask(CrewSaved.class, saveCrew(crew, "empty-crew", "[]", "[]"));
        var generate = new GenerateCode(envelope(crew), new GenerationRequest(false, false), null);

        CrewRejected rejected = ask(CrewRejected.class, generate);

        assertThat(rejected.getRejection()).isEqualTo(Rejection.INVALID);
        assertThat(rejected.getProblems()).extracting(Problem::getPointer).containsExactly("/agent_ids", "/task_ids");
    }

    @Test
    void everyParameterHasTheColumnThatTheCatalogueNames() {
        JdbcClient jdbc = JdbcClient.create(service.getBean(DataSource.class));
        for (Kind kind : Kind.values()) {
            assertThat(columns(jdbc, Tables.of(kind).current()))
                    .containsAll(columns(Catalogues.crewAi130().parameters(kind)));
        }
        Parameter memory = Catalogues.crewAi130().parameters(Kind.AGENT).stream()
                .filter(parameter -> parameter.name().equals("memory_config"))
                .findFirst()
                .orElseThrow();
        assertThat(columns(jdbc, "agent_memory_configs")).containsAll(columns(memory.fields()));
    }

    private static List<@Nullable String> columns(JdbcClient jdbc, String table) {
        return jdbc.sql(
                        "select column_name from information_schema.columns where table_schema = 'agents' and table_name = ?")
                .param(table)
                .query(String.class)
                .list();
    }

    private static List<String> columns(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> parameter.destination().column())
                .filter(column -> !column.isEmpty())
                .toList();
    }

    @Test
    void whatACrewOrATaskNamesMustBeThere() {
        String nobody = "[\"%s\"]".formatted(UUID.randomUUID());

        assertThat(ask(CrewRejected.class, saveCrew(UUID.randomUUID(), "lost-crew", nobody, nobody))
                        .getProblems())
                .extracting(Problem::getPointer)
                .containsExactly("/agent_ids/0", "/task_ids/0");
        assertThat(ask(TaskRejected.class, saveTask(UUID.randomUUID(), "lost-task", UUID.randomUUID()))
                        .getProblems())
                .extracting(Problem::getPointer)
                .containsExactly("/assigned_agent_id");
    }

    @Test
    void aKeyStaysWithItsCrewEvenWhenThatIsDeleted() {
        UUID first = UUID.randomUUID();
        ask(CrewSaved.class, saveCrew(first, "kept-key", "[]", "[]"));
        ask(CrewDeleted.class, new DeleteCrew(envelope(first), null));

        assertThat(ask(CrewRejected.class, saveCrew(UUID.randomUUID(), "kept-key", "[]", "[]"))
                        .getRejection())
                .isEqualTo(Rejection.CONFLICT);
        assertThat(ask(CrewRejected.class, saveCrew(first, "other-key", "[]", "[]"))
                        .getRejection())
                .isEqualTo(Rejection.INVALID);
        assertThat(ask(CrewSaved.class, saveCrew(first, "kept-key", "[]", "[]")).getRevision())
                .isEqualTo(2);
    }

    private UUID agent(String key) {
        UUID id = UUID.randomUUID();
        ask(AgentSaved.class, new SaveAgent(envelope(id), SaveMode.CREATE, null, """
                {"agent_key": "%s", "role": "Analyst", "goal": "Facts.", "backstory": "Ten years.",
                 "llm_model": "openai/gpt-4o"}
                """.formatted(key)));
        return id;
    }

    private UUID task(String key, UUID agent) {
        UUID id = UUID.randomUUID();
        assertThat(ask(TaskSaved.class, saveTask(id, key, agent)).getTaskKey()).isEqualTo(key);
        return id;
    }

    private UUID crew(String key, UUID agent, UUID task) {
        UUID id = UUID.randomUUID();
        CrewSaved saved =
                ask(CrewSaved.class, saveCrew(id, key, "[\"%s\"]".formatted(agent), "[\"%s\"]".formatted(task)));
        assertThat(saved.getSnapshot()).isNull();
        return id;
    }

    private static SaveTask saveTask(UUID id, String key, UUID agent) {
        return new SaveTask(envelope(id), SaveMode.CREATE, null, """
                {"task_key": "%s", "description": "Collect facts.", "expected_output": "A list.",
                 "assigned_agent_id": "%s",
                 "output_json_schema": {"type": "object", "properties": {"facts": {"type": "string"}}}}
                """.formatted(key, agent));
    }

    private static SaveCrew saveCrew(UUID id, String key, String agents, String tasks) {
        return new SaveCrew(envelope(id), SaveMode.CREATE, null, """
                {"crew_key": "%s", "agent_ids": %s, "task_ids": %s}
                """.formatted(key, agents, tasks));
    }

    private static <T extends SpecificRecord> T ask(Class<T> answer, SpecificRecord command) {
        publish(Topics.COMMANDS, command);
        return await(Topics.AGENTS, answer, command);
    }

    private static Envelope envelope(UUID subject) {
        return Samples.envelope(subject, "ann");
    }
}
