package io.crewsmith.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.catalogue.Warning;
import io.crewsmith.events.v1.CandidateKind;
import io.crewsmith.generator.model.Generation.Cause;
import io.crewsmith.generator.model.Generation.Failed;
import io.crewsmith.generator.model.Generation.Generated;
import io.crewsmith.generator.model.SourceFile;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Crews: what cannot be expressed is said. What the code looks like is in the fixtures of the pack. */
class CrewTests {

    private static final Path FIXTURES = Path.of("src/main/resources/templates/crew/1.0.0/fixtures");

    private final Generator generator = Renderers.generator(null);

    @Test
    void aCrewHasAModuleInItsOwnPackageWithATestAndAPageBeside() throws IOException {
        assertThat(generated(fixture("least")).files())
                .extracting(SourceFile::path)
                .containsExactly(
                        "app/crews/market_brief.py", "tests/crews/test_market_brief.py", "docs/crews/market_brief.md");
    }

    @Test
    void whatCrewAiCannotExpressIsSaidWithTheNearestThing() throws IOException {
        assertThat(generated(fixture("everything")).warnings())
                .containsExactly(
                        new Warning(
                                "tasks.collect-facts.description",
                                "It holds what nobody sees: U+202E.",
                                "the same, escaped in the code"),
                        new Warning(
                                "manager_llm",
                                "The agent who leads has a model of its own.",
                                "the model of that agent"),
                        new Warning(
                                "planning_llm",
                                "The name has no provider; CrewAI would take it for OpenAI's.",
                                "openai/gpt-4o-mini"),
                        new Warning(
                                "memory_enabled",
                                "A crew's memory takes OpenAI's embeddings, whose key comes from the environment.",
                                "set OPENAI_API_KEY"),
                        new Warning(
                                "output_log_file",
                                "CrewAI does not make the folder of its log, and stops where there is none.",
                                "make the folder before the crew starts"),
                        new Warning(
                                "prompt_file_path",
                                "The file is no part of the code, and CrewAI stops where it is not there.",
                                "put it into the folder in which the crew starts"),
                        new Warning(
                                "cache_enabled",
                                "Each member still keeps the results of its own tools.",
                                "set cache_enabled of the members to false"),
                        new Warning(
                                "step_callback_url",
                                "CrewAI does not tell of the manager's own steps.",
                                "the members' steps"),
                        new Warning(
                                "config_file_path",
                                "CrewAI's Crew takes no path of a configuration file.",
                                "this configuration"),
                        new Warning(
                                "tasks.collect-facts.tools",
                                "search_news takes its access from the environment, not from code.",
                                "set SERPER_API_KEY"),
                        new Warning(
                                "tasks.collect-facts.tools",
                                "search_openvc takes its access from the environment, not from code.",
                                "set CREWSMITH_SEARCH_OPENVC_URL"),
                        new Warning(
                                "tasks.decide.create_directory", "There is no output_file to make a folder for.", ""),
                        new Warning(
                                "tasks.decide.guardrail_max_retries", "There is no guardrail that could fail.", ""));
    }

    @Test
    void aProcessInWhichAllDecideBecomesTheNearestThatThereIs() throws IOException {
        ObjectNode crew = fixture("least");
        ((ObjectNode) crew.path("crew")).put("process_type", "consensual");
        assertThat(generated(crew).warnings()).extracting(Warning::nearest).containsExactly("sequential");
        assertThat(code(crew)).contains("process=Process.sequential,");

        ((ObjectNode) crew.path("crew")).put("manager_llm", "openai/gpt-4o");
        assertThat(code(crew))
                .contains("process=Process.hierarchical,\n            manager_llm=LLM(")
                .doesNotContain("Process.sequential");
    }

    @Test
    void aManagerAndAPlannerWithoutWorkAreLeftOutAndSaid() throws IOException {
        ObjectNode crew = fixture("least");
        ((ObjectNode) crew.path("crew")).put("manager_llm", "openai/gpt-4o").put("planning_llm", "openai/gpt-4o");

        assertThat(generated(crew).warnings())
                .extracting(Warning::parameter)
                .containsExactly("manager_llm", "planning_llm");
        assertThat(code(crew)).doesNotContain("LLM");
    }

    @Test
    void planningWithoutAModelSaysWhichOneCrewAiTakes() throws IOException {
        ObjectNode crew = fixture("least");
        ((ObjectNode) crew.path("crew")).put("planning_enabled", true).put("max_rpm", 0);

        assertThat(generated(crew).warnings()).extracting(Warning::nearest).containsExactly("gpt-4o-mini");
        assertThat(code(crew)).contains("planning=True,").doesNotContain("max_rpm");
    }

    @Test
    void aLogOfAnotherKindGetsTheNameThatCrewAiGivesIt() throws IOException {
        ObjectNode crew = fixture("least");
        ((ObjectNode) crew.path("crew")).put("output_log_file", "crew.log");

        assertThat(generated(crew).warnings()).extracting(Warning::nearest).containsExactly("crew.log.txt");
    }

    @Test
    void whatWouldStopTheRunOrHaveNoEffectIsSaid() throws IOException {
        ObjectNode crew = fixture("least");
        ((ObjectNode) crew.path("crew"))
                .put("output_log_file", "logs/crew.txt")
                .put("prompt_file_path", "prompts.json")
                .put("cache_enabled", false)
                .put("process_type", "hierarchical")
                .put("manager_llm", "openai/gpt-4o")
                .put("step_callback_url", "https://hooks.example.com/");

        assertThat(generated(crew).warnings())
                .extracting(Warning::parameter)
                .containsExactly("output_log_file", "prompt_file_path", "cache_enabled", "step_callback_url");
    }

    @Test
    void aLimitBeyondALongIsWrittenAsItIs() throws IOException {
        ObjectNode crew = fixture("least");
        ((ObjectNode) crew.at("/tasks/0/task"))
                .putObject("output_json_schema")
                .put("type", "object")
                .putObject("properties")
                .putObject("count")
                .put("type", "integer")
                .put("maximum", new BigInteger("12345678901234567890"));

        assertThat(code(crew)).contains("\"maximum\": 12345678901234567890,");
    }

    @Test
    void aSnapshotThatTheCatalogueDoesNotAllowFails() throws IOException {
        ObjectNode crew = fixture("least");
        ((ObjectNode) crew.path("crew")).put("max_rpm", -1);

        assertThat(generator.generate(CandidateKind.CREW, crew.toString()))
                .isEqualTo(new Failed(
                        "The crew is not valid: max_rpm must be a whole number from 0 to 1000000, but is -1.",
                        Cause.CONFIGURATION,
                        null,
                        null,
                        null));
    }

    private Generated generated(ObjectNode crew) {
        return (Generated) generator.generate(CandidateKind.CREW, crew.toString());
    }

    private String code(ObjectNode crew) {
        List<SourceFile> files = generated(crew).files();
        return files.getFirst().content();
    }

    private static ObjectNode fixture(String name) throws IOException {
        return (ObjectNode) JsonMapper.shared().readTree(Files.readString(FIXTURES.resolve(name + ".json")));
    }
}
