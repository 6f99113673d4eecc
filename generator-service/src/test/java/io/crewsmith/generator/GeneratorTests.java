package io.crewsmith.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crewsmith.catalogue.Warning;
import io.crewsmith.events.v1.CandidateKind;
import io.crewsmith.generator.model.Generation;
import io.crewsmith.generator.model.Generation.Failed;
import io.crewsmith.generator.model.Generation.Generated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tests for {@link Generator}. Each {@code golden/<name>.json} has its {@code <name>.py}; after a wanted change
 * {@code -Dcrewsmith.write-golden=true} writes them anew, to be read in the review.
 */
class GeneratorTests {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private final Generator generator = Renderers.generator(null);

    @TestFactory
    List<DynamicTest> everyGoldenConfigurationGivesItsModule() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> assertGolden(file)))
                    .toList();
        }
    }

    @Test
    void everyGoldenModuleHasItsConfiguration() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.filter(file -> file.toString().endsWith(".py")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Path.of(file.toString().replace(".py", ".json")))
                            .exists());
        }
    }

    @Test
    void theSameConfigurationGivesTheSameBytes() throws IOException {
        String configuration = Files.readString(GOLDEN.resolve("portfolio-researcher.json"));

        assertThat(generator.generate(CandidateKind.AGENT, configuration))
                .isEqualTo(generator.generate(CandidateKind.AGENT, configuration));
    }

    @Test
    void whatCannotBeExpressedIsSaid() throws IOException {
        var agent = (ObjectNode) JsonMapper.shared().readTree(Files.readString(GOLDEN.resolve("incident-scribe.json")));
        agent.put("memory_enabled", true)
                .put("allow_delegation", true)
                .put("response_template", "no marker")
                .put("date_format", "YYYY-MM-DD")
                .put("inject_date", true)
                .remove("prompt_template");
        agent.putObject("memory_config")
                .put("long_term_enabled", true)
                .put("user_enabled", true)
                .put("storage_type", "redis")
                .put("entity_max_count", 7);

        assertThat(generated(agent.toString()).warnings())
                .extracting(Warning::parameter)
                .containsExactlyInAnyOrder(
                        "llm_model",
                        "allow_delegation",
                        "system_template",
                        "response_template",
                        "use_system_prompt",
                        "date_format",
                        "memory_config.long_term_enabled",
                        "memory_config.user_enabled",
                        "memory_config.storage_type",
                        "memory_config.entity_max_count");
    }

    @Test
    void aResponseTemplateThatWouldEmptyEveryAnswerIsLeftOut() {
        var agent = ordinary().put("response_template", "<|assistant|>{{ .Response }}\n");

        Generated generated = generated(agent.toString());

        assertThat(generated.files().getFirst().content()).doesNotContain("response_template");
        assertThat(generated.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.reason()).contains("every answer would be empty"));
    }

    @Test
    void templatesWithoutTheirMarkersAreWarnedOf() {
        var agent = ordinary().put("system_template", "Be brief.").put("prompt_template", "Q:");

        assertThat(generated(agent.toString()).warnings())
                .extracting(Warning::parameter)
                .containsExactly("system_template", "prompt_template", "use_system_prompt");
    }

    @Test
    void anEmbedderThatCrewAiWouldRefuseIsLeftOut() {
        var agent = ordinary();
        agent.putObject("embedder_config").put("provider", "our-own");

        Generated generated = generated(agent.toString());

        assertThat(generated.files().getFirst().content()).doesNotContain("our-own", "embedder");
        assertThat(generated.warnings()).extracting(Warning::parameter).containsExactly("embedder_config");
    }

    @Test
    void whatNobodySeesIsNamedAndWhatBelongsToALetterIsNot() {
        ObjectNode agent = ordinary()
                .put("goal", "safe \u202e txet \u2066 if admin \u2069")
                .put("backstory", "می\u200cخواهم 👩\u200d🚀");

        assertThat(generated(agent.toString()).warnings())
                .filteredOn(warning -> warning.reason().contains("nobody sees"))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.parameter()).isEqualTo("goal");
                    assertThat(warning.reason()).contains("U+202E, U+2066, U+2069");
                });
    }

    @Test
    void anInvalidConfigurationGivesItsReasons() {
        assertThat(generator.generate(CandidateKind.AGENT, "{}"))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.reason())
                                .contains("agent_key is missing")
                                .contains("role is missing"));
    }

    @Test
    void aConfigurationNamesTheVersionOfItsTemplates() throws IOException {
        var both = Renderers.generator(Path.of("src/test/resources/packs"));
        var agent = (ObjectNode) JsonMapper.shared().readTree(Files.readString(GOLDEN.resolve("incident-scribe.json")));

        assertThat(Agents.code(both, agent)).contains("# Template: agent 1.0.0");
        assertThat(Agents.code(both, agent.put("template_version", "2.0.0"))).contains("# Template: agent 2.0.0");
        assertThat(both.generate(
                        CandidateKind.AGENT,
                        agent.put("template_version", "2.0.1").toString()))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.reason())
                                .isEqualTo(
                                        "There is no version 2.0.1 of the template agent; choose one of 1.0.0, 2.0.0."));
    }

    @Test
    void cPythonReadsEveryTextBackAsItWas() throws Exception {
        assumeTrue(Python.isThere(), "SKIPPED: there is no python3 on the PATH");
        List<ObjectNode> agents =
                Stream.of(Agents.real(), Agents.hostile()).flatMap(List::stream).toList();
        assertThat(agents).hasSizeGreaterThan(60);
        try (var python = new PythonSession()) {
            for (ObjectNode agent : agents) {
                JsonNode literals = python.literals(Agents.code(generator, agent));

                for (String name : List.of("role", "goal", "backstory")) {
                    assertThat(literals.path(name)).isEqualTo(agent.path(name));
                }
            }
        }
    }

    private void assertGolden(Path file) throws IOException {
        Path module = Path.of(file.toString().replace(".json", ".py"));
        String code = generated(Files.readString(file)).files().getFirst().content();
        if (Boolean.getBoolean("crewsmith.write-golden")) {
            Files.writeString(module, code);
        }
        assertThat(code).isEqualTo(Files.readString(module));
    }

    private Generated generated(String configuration) {
        Generation generation = generator.generate(CandidateKind.AGENT, configuration);
        assertThat(generation).as(generation.toString()).isInstanceOf(Generated.class);
        return (Generated) generation;
    }

    private static ObjectNode ordinary() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("agent_key", "market-analyst")
                .put("role", "Analyst")
                .put("goal", "Size markets")
                .put("backstory", "Ten years")
                .put("llm_model", "openai/gpt-4o");
    }
}
