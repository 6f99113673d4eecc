package io.crewsmith.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.catalogue.Warning;
import io.crewsmith.events.v1.CandidateKind;
import io.crewsmith.generator.model.Generation.Cause;
import io.crewsmith.generator.model.Generation.Failed;
import io.crewsmith.generator.model.Generation.Generated;
import io.crewsmith.generator.model.SourceFile;
import java.io.IOException;
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
                                "config_file_path",
                                "CrewAI's Crew takes no path of a configuration file.",
                                "this configuration"),
                        new Warning(
                                "tasks.collect-facts.tools",
                                "SerperDevTool takes its access from the environment, not from code.",
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
        ((ObjectNode) crew.path("crew")).put("output_log_file", "out/crew.log");

        assertThat(generated(crew).warnings()).extracting(Warning::nearest).containsExactly("out/crew.log.txt");
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
