package io.crewsmith.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crewsmith.catalogue.Warning;
import io.crewsmith.catalogue.json.Catalogues;
import io.crewsmith.generator.model.Generation;
import io.crewsmith.generator.model.Generation.Failed;
import io.crewsmith.generator.model.Generation.Generated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tests for {@link Generator}. Each {@code golden/<name>.json} has its {@code <name>.py}; after a wanted change
 * {@code -Dcrewsmith.write-golden=true} writes them anew, to be read in the review.
 */
class GeneratorTests {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path CASES = Path.of("../catalogue/src/test/resources/cases");
    private static final String READ_BACK = """
            import ast, json, sys
            for path in sys.argv[1:]:
                call = next(node for node in ast.walk(ast.parse(open(path, "rb").read()))
                            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Agent")
                texts = {k.arg: k.value.value for k in call.keywords if k.arg in ("role", "goal", "backstory")}
                print(json.dumps(texts))
            """;

    private final Generator generator = new Generator(Catalogues.crewAi130(), TemplatePack.agent());

    @TempDir
    private Path folder;

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

        assertThat(generator.generate(configuration)).isEqualTo(generator.generate(configuration));
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
    void anInvalidConfigurationGivesItsReasons() {
        assertThat(generator.generate("{}"))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.reason())
                                .contains("agent_key is missing")
                                .contains("role is missing"));
    }

    @Test
    void cPythonReadsEveryTextBackAsItWas() throws Exception {
        assumeTrue(Python.isThere(), "SKIPPED: there is no python3 on the PATH");
        List<ObjectNode> agents = Stream.concat(realAgents(), hostileAgents()).toList();
        List<String> command = new ArrayList<>(List.of("python3", "-c", READ_BACK));
        for (int index = 0; index < agents.size(); index++) {
            Path file = folder.resolve(index + ".py");
            Files.writeString(
                    file,
                    generated(agents.get(index).toString()).files().getFirst().content());
            command.add(file.toString());
        }

        List<String> lines = Python.run(command);

        assertThat(lines).hasSameSizeAs(agents).hasSizeGreaterThan(60);
        for (int index = 0; index < lines.size(); index++) {
            JsonNode read = JsonMapper.shared().readTree(lines.get(index));
            for (String name : List.of("role", "goal", "backstory")) {
                assertThat(read.path(name)).isEqualTo(agents.get(index).path(name));
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
        Generation generation = generator.generate(configuration);
        assertThat(generation).as(generation.toString()).isInstanceOf(Generated.class);
        return (Generated) generation;
    }

    private static Stream<ObjectNode> realAgents() throws IOException {
        return Files.readAllLines(CASES.resolve("agents.jsonl")).stream()
                .map(line -> (ObjectNode) JsonMapper.shared().readTree(line))
                .map(agent -> {
                    agent.remove("agent_id");
                    return agent;
                });
    }

    /** Texts of the hostile cases that must be taken as data, each in an otherwise ordinary agent. */
    private static Stream<ObjectNode> hostileAgents() throws IOException {
        return Files.readAllLines(CASES.resolve("hostile_configs.jsonl"), UTF_8).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .filter(hostile -> List.of("goal", "backstory")
                        .contains(hostile.path("field").asString()))
                .map(hostile -> ordinary().put(hostile.path("field").asString(), text(hostile)));
    }

    private static String text(JsonNode hostile) {
        return hostile.path("value").asString().repeat(hostile.path("repeat").asInt(1));
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
