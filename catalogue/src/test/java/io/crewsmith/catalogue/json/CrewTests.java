package io.crewsmith.catalogue.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.CrewAssembly;
import io.crewsmith.catalogue.CrewAssembly.Assembled;
import io.crewsmith.catalogue.CrewAssembly.Incomplete;
import io.crewsmith.catalogue.CrewSnapshot;
import io.crewsmith.catalogue.Invalid;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Problem;
import io.crewsmith.catalogue.Valid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Crews and tasks: what they may say, and what must fit together before code can be made of them. */
class CrewTests {

    private static final String ANALYST = "00000000-0000-4000-8000-0000000000a1";
    private static final String WRITER = "00000000-0000-4000-8000-0000000000a2";
    private static final String COLLECT = "00000000-0000-4000-8000-0000000000b1";
    private static final String BRIEF = "00000000-0000-4000-8000-0000000000b2";
    private static final String NOBODY = "00000000-0000-4000-8000-00000000dead";

    private final ConfigurationJson json = new ConfigurationJson(Catalogues.crewAi130());
    private final CrewSnapshotJson snapshots = new CrewSnapshotJson(Catalogues.crewAi130());
    private final Map<String, Configuration> agents = new HashMap<>();
    private final Map<String, Configuration> tasks = new HashMap<>();

    CrewTests() {
        agents.put(ANALYST, agent("market-analyst", "[]"));
        agents.put(WRITER, agent("brief-writer", "[\"FileReadTool\"]"));
        tasks.put(COLLECT, task("collect-facts", ANALYST, ""));
        tasks.put(BRIEF, task("write-brief", WRITER, ", \"context_task_ids\": [\"%s\"]".formatted(COLLECT)));
    }

    @Test
    void aCrewIsAssembledWithTheKeysOfItsAgentsAndItsWholeTasks() {
        CrewSnapshot snapshot = assembled(crew(ids(ANALYST, WRITER), ids(COLLECT, BRIEF), ""));

        assertThat(snapshot.members())
                .extracting(CrewSnapshot.Member::key)
                .containsExactly("market-analyst", "brief-writer");
        assertThat(snapshot.tasks())
                .extracting(CrewSnapshot.PlannedTask::key)
                .containsExactly("collect-facts", "write-brief");
    }

    @Test
    void theTextOfASnapshotReadsBackAsTheSame() {
        CrewSnapshot snapshot = assembled(crew(ids(ANALYST, WRITER), ids(COLLECT, BRIEF), ""));

        assertThat(snapshots.read(snapshots.write(snapshot))).isEqualTo(snapshot);
        assertThat(snapshots.digest(snapshot)).hasSize(64);
    }

    @Test
    void whatIsNotThereIsNamedWithItsPlace() {
        assertThat(incomplete(crew(ids(NOBODY), ids(BRIEF, NOBODY), "")))
                .extracting(Problem::pointer)
                .containsExactly("/agent_ids/0", "/task_ids/1");
    }

    @Test
    void aCrewWithoutAgentsOrTasksIsStoredButGivesNoCode() {
        Configuration crew = crew(ids(), ids(), "");

        assertThat(CrewAssembly.missing(crew, stock())).isEmpty();
        assertThat(incomplete(crew)).extracting(Problem::pointer).containsExactly("/agent_ids", "/task_ids");
    }

    @Test
    void aTaskNeedsOnlyResultsOfEarlierTasks() {
        assertThat(incomplete(crew(ids(ANALYST, WRITER), ids(BRIEF, COLLECT), "")))
                .first()
                .extracting(Problem::message)
                .asString()
                .startsWith("Task write-brief needs the result of task " + COLLECT);
    }

    @Test
    void theAgentOfATaskIsAMember() {
        assertThat(incomplete(crew(ids(ANALYST), ids(COLLECT, BRIEF), "")))
                .extracting(Problem::pointer)
                .containsExactly("/task_ids/1");
    }

    @Test
    void onlyTheLastTaskMayRunOnWhenTheCrewIsDone() {
        tasks.put(COLLECT, task("collect-facts", ANALYST, ", \"async_execution\": true"));
        tasks.put(BRIEF, task("write-brief", WRITER, ", \"async_execution\": true"));

        assertThat(incomplete(crew(ids(ANALYST, WRITER), ids(COLLECT, BRIEF), "")))
                .extracting(Problem::pointer)
                .containsExactly("/task_ids");
    }

    @Test
    void anAsynchronousTaskDoesNotNeedAnotherThatMayStillRun() {
        tasks.put(COLLECT, task("collect-facts", ANALYST, ", \"async_execution\": true"));
        tasks.put(
                BRIEF,
                task(
                        "write-brief",
                        WRITER,
                        ", \"async_execution\": true, \"context_task_ids\": [\"%s\"]".formatted(COLLECT)));

        assertThat(incomplete(crew(ids(ANALYST, WRITER), ids(COLLECT, BRIEF), "")))
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("which may not be finished"));
    }

    @Test
    void aHierarchicalCrewNeedsAManagerWhoIsNoMemberAndHasNoTools() {
        assertThat(problems(Kind.CREW, crewText(ids(ANALYST), ids(COLLECT), ", \"process_type\": \"hierarchical\"")))
                .extracting(Problem::pointer)
                .containsExactly("/process_type");
        assertThat(problems(
                        Kind.CREW,
                        crewText(ids(ANALYST), ids(COLLECT), ", \"manager_agent_id\": \"%s\"".formatted(ANALYST))))
                .extracting(Problem::pointer)
                .containsExactly("/manager_agent_id");
        assertThat(incomplete(crew(
                        ids(ANALYST),
                        ids(COLLECT),
                        ", \"process_type\": \"hierarchical\", \"manager_agent_id\": \"%s\"".formatted(WRITER))))
                .extracting(Problem::message)
                .containsExactly("The manager has tools, and CrewAI wants one without. Choose another agent.");
    }

    @Test
    void aGuardrailIsAKnownNameOrASentence() {
        assertThat(problems(Kind.TASK, taskText("check-it", ANALYST, ", \"guardrail_function\": \"has_source\"")))
                .first()
                .extracting(Problem::message)
                .asString()
                .startsWith("There is no guardrail 'has_source'. Did you mean has_sources");
        assertThat(problems(
                        Kind.TASK,
                        taskText("check-it", ANALYST, ", \"guardrail_function\": \"It names three sources.\"")))
                .isEmpty();
    }

    @Test
    void aSchemaIsOneThatAModelCanBeMadeOf() {
        String good = "{\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}}}";

        assertThat(problems(Kind.TASK, taskText("check-it", ANALYST, ", \"output_json_schema\": " + good)))
                .isEmpty();
        assertThat(problems(
                        Kind.TASK,
                        taskText(
                                "check-it",
                                ANALYST,
                                ", \"output_json_schema\": %s, \"output_pydantic_schema\": %s".formatted(good, good))))
                .extracting(Problem::pointer)
                .containsExactly("/output_pydantic_schema");
        assertThat(problems(Kind.TASK, taskText("check-it", ANALYST, ", \"output_json_schema\": " + """
                                {"type": "object", "required": ["size"], "properties": {
                                  "__class__": {"type": "string"}, "list": {"type": "array"}, "kind": {"$ref": "#/x"}}}
                                """)))
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder(
                        "/output_json_schema/properties/__class__",
                        "/output_json_schema/properties/list/items",
                        "/output_json_schema/properties/kind/$ref",
                        "/output_json_schema/properties/kind/type",
                        "/output_json_schema/required");
    }

    @Test
    void aSchemaSaysNothingThatDoesNotFitItsType() {
        assertThat(problems(Kind.TASK, taskText("check-it", ANALYST, ", \"output_json_schema\": " + """
                                {"type": "object", "properties": {
                                  "share": {"type": "number", "enum": ["a"]}, "name": {"type": "string", "maximum": 3}}}
                                """)))
                .extracting(Problem::pointer)
                .containsExactlyInAnyOrder(
                        "/output_json_schema/properties/share/enum", "/output_json_schema/properties/name/maximum");
    }

    @Test
    void aFileStaysBelowTheFolderOfTheRun() {
        for (String path : List.of("../secret", "/etc/passwd", "~/x", "$HOME/x", "a;b", "out/../../x")) {
            assertThat(problems(Kind.TASK, taskText("check-it", ANALYST, ", \"output_file\": \"%s\"".formatted(path))))
                    .as(path)
                    .extracting(Problem::pointer)
                    .containsExactly("/output_file");
        }
    }

    @Test
    void aKeyMustNotNameAClassThatAModuleImports() {
        for (String key : List.of("agent", "crew", "none", "true", "file-read-tool", "short-term-memory")) {
            assertThat(problems(Kind.AGENT, agentText(key, "[]")))
                    .as(key)
                    .extracting(Problem::code)
                    .containsExactly("reserved");
        }
    }

    private CrewSnapshot assembled(Configuration crew) {
        return switch (CrewAssembly.assemble(crew, stock())) {
            case Assembled(CrewSnapshot snapshot) -> snapshot;
            case Incomplete(List<Problem> problems) -> throw new AssertionError(problems.toString());
        };
    }

    private List<Problem> incomplete(Configuration crew) {
        return switch (CrewAssembly.assemble(crew, stock())) {
            case Assembled assembled -> List.of();
            case Incomplete(List<Problem> problems) -> problems;
        };
    }

    private CrewAssembly.Stock stock() {
        return new CrewAssembly.Stock() {
            @Override
            public Optional<Configuration> agent(String id) {
                return Optional.ofNullable(agents.get(id));
            }

            @Override
            public Optional<Configuration> task(String id) {
                return Optional.ofNullable(tasks.get(id));
            }
        };
    }

    private Configuration crew(String agentIds, String taskIds, String more) {
        return valid(Kind.CREW, crewText(agentIds, taskIds, more));
    }

    private Configuration agent(String key, String tools) {
        return valid(Kind.AGENT, agentText(key, tools));
    }

    private Configuration task(String key, String agentId, String more) {
        return valid(Kind.TASK, taskText(key, agentId, more));
    }

    private static String crewText(String agentIds, String taskIds, String more) {
        return """
                {"crew_key": "market-brief", "agent_ids": %s, "task_ids": %s%s}
                """.formatted(agentIds, taskIds, more);
    }

    private static String agentText(String key, String tools) {
        return """
                {"agent_key": "%s", "role": "r", "goal": "g", "backstory": "b", "llm_model": "openai/gpt-4o", "tools": %s}
                """.formatted(key, tools);
    }

    private static String taskText(String key, String agentId, String more) {
        return """
                {"task_key": "%s", "description": "d", "expected_output": "e", "assigned_agent_id": "%s"%s}
                """.formatted(key, agentId, more);
    }

    private static String ids(String... ids) {
        return List.of(ids).stream().map("\"%s\""::formatted).toList().toString();
    }

    private Configuration valid(Kind kind, String text) {
        return switch (json.read(kind, text)) {
            case Valid(Configuration configuration) -> configuration;
            case Invalid invalid -> throw new AssertionError(invalid.problems().toString());
        };
    }

    private List<Problem> problems(Kind kind, String text) {
        return switch (json.read(kind, text)) {
            case Valid valid -> List.of();
            case Invalid invalid -> invalid.problems();
        };
    }
}
