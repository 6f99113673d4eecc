package io.crewsmith.catalogue.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Invalid;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Problem;
import io.crewsmith.catalogue.Valid;
import io.crewsmith.catalogue.ValidationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tests for {@link ConfigurationJson}, on the catalogue of CrewAI 1.3.0. */
class ConfigurationJsonTests {

    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final Set<String> SERVER_SET = Set.of("agent_id");
    private static final String AGENT = """
            {"agent_key": "market-analyst", "role": "Analyst, R&D", "goal": "Size it", "backstory": "Ten years",
             "llm_model": "gpt-4o"}
            """;

    private final ConfigurationJson json = new ConfigurationJson(Catalogues.crewAi130());

    @TestFactory
    List<DynamicTest> everyRealAgentIsValid() throws IOException {
        return Files.readAllLines(CASES.resolve("agents.jsonl")).stream()
                .map(line -> DynamicTest.dynamicTest(
                        JsonMapper.shared().readTree(line).path("agent_key").asString(),
                        () -> assertThat(json.read(Kind.AGENT, line.getBytes(UTF_8), SERVER_SET))
                                .isInstanceOf(Valid.class)))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyHostileValueIsHandledAsItMust() throws IOException {
        return Files.readAllLines(CASES.resolve("hostile_configs.jsonl")).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .filter(hostile -> isAboutAParameter(hostile))
                .map(hostile -> DynamicTest.dynamicTest(
                        "%s %s"
                                .formatted(
                                        hostile.path("id").asString(),
                                        hostile.path("field").asString()),
                        () -> assertHandled(hostile)))
                .toList();
    }

    @Test
    void whatIsMissingGetsTheDefaultsOfTheCatalogue() {
        Configuration configuration = valid(AGENT);

        assertThat(configuration.number("temperature")).isEqualTo(0.7);
        assertThat(configuration.integer("max_iter")).isEqualTo(25);
        assertThat(configuration.flag("cache_enabled")).isTrue();
        assertThat(configuration.texts("tools")).isEmpty();
    }

    @Test
    void theCanonicalTextReadsBackAsTheSameConfiguration() {
        Configuration configuration = valid(AGENT.replace("\"llm_model\"", "\"temperature\": 2, \"llm_model\""));

        assertThat(valid(json.write(configuration))).isEqualTo(configuration);
        assertThat(configuration.number("temperature")).isEqualTo(2.0);
    }

    @Test
    void theOrderOfNamesDoesNotChangeTheDigest() {
        String other = AGENT.replace("{\"agent_key\": \"market-analyst\",", "{")
                .replace("\"gpt-4o\"}", "\"gpt-4o\", \"agent_key\": \"market-analyst\"}");

        assertThat(json.digest(valid(other))).isEqualTo(json.digest(valid(AGENT)));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsPlace() {
        List<Problem> problems = problems("""
                {"agent_key": "Market", "role": "a\\nb", "goal": "", "llm_model": "gpt-4o", "temperature": "hot",
                 "max_iter": 0, "tools": ["SerperDevTools"], "memory_config": {"storage_type": "tape"}, "rolle": 1}
                """);

        assertThat(problems)
                .extracting(problem -> problem.pointer() + " " + problem.code())
                .containsExactly(
                        "/agent_key key",
                        "/role one-line",
                        "/goal length",
                        "/backstory required",
                        "/tools/0 tool",
                        "/temperature type",
                        "/max_iter range",
                        "/memory_config/storage_type value",
                        "/rolle unknown");
    }

    @Test
    void anUnknownToolComesWithNearOnes() {
        assertThat(problems(AGENT.replace("\"llm_model\"", "\"tools\": [\"SerperDevTools\"], \"llm_model\"")))
                .first()
                .extracting(Problem::message)
                .asString()
                .startsWith("There is no tool 'SerperDevTools'. Did you mean SerperDevTool");
    }

    @Test
    void whatIsNoJsonIsAProblemOfTheWhole() {
        for (String body : List.of("", "[]", "null", "{", "{\"role\": 1} x", "{\"role\": \"a\", \"role\": \"b\"}")) {
            assertThat(problems(body)).as(body).hasSize(1).first().satisfies(problem -> {
                assertThat(problem.pointer()).isEmpty();
                assertThat(problem.code()).isEqualTo("json");
            });
        }
    }

    @Test
    void aSecretIsRefusedWithItsPlaceAndNotRepeated() {
        String token = "ghp_" + "a1B2".repeat(9);

        assertThat(problems(AGENT.replace("Ten years", "Use " + token))).first().satisfies(problem -> {
            assertThat(problem.pointer()).isEqualTo("/backstory");
            assertThat(problem.code()).isEqualTo("secret");
            assertThat(problem.message()).doesNotContain(token);
        });
    }

    @Test
    void nulAndHalvesOfSurrogatePairsAreRefused() {
        assertThat(problems(AGENT.replace("Ten years", "a\\u0000b")))
                .extracting(Problem::code)
                .containsExactly("nul");
        assertThat(problems(AGENT.replace("Ten years", "a\\ud800b")))
                .extracting(Problem::code)
                .containsExactly("surrogate");
    }

    private void assertHandled(JsonNode hostile) {
        ValidationResult result =
                json.read(Kind.AGENT, JsonMapper.shared().writeValueAsBytes(with(hostile)), SERVER_SET);
        String must = hostile.path("must").asString();
        boolean mayBeRefused = !must.startsWith("accept") || must.contains("reject") || isMultilineRole(hostile);
        if (must.startsWith("reject with a field error") && !must.contains("; or ")) {
            assertThat(result).isInstanceOf(Invalid.class);
        } else if (!mayBeRefused) {
            assertThat(result).isInstanceOf(Valid.class);
        }
    }

    private static ObjectNode with(JsonNode hostile) {
        ObjectNode agent = (ObjectNode) JsonMapper.shared().readTree(AGENT);
        JsonNode value = hostile.path("value");
        if (hostile.has("repeat")) {
            value = agent.stringNode(
                    value.asString().repeat(hostile.path("repeat").asInt()));
        }
        String[] path = hostile.path("field").asString().split("\\.");
        ObjectNode parent = path.length == 1 ? agent : agent.putObject(path[0]);
        parent.set(path[path.length - 1], value);
        return agent;
    }

    private boolean isAboutAParameter(JsonNode hostile) {
        String field = hostile.path("field").asString().split("\\.")[0];
        return Catalogues.crewAi130().parameters(Kind.AGENT).stream()
                .anyMatch(parameter -> parameter.name().equals(field));
    }

    /** A role is one line: the rule for parameters wins over the case, which has no rule for lines. */
    private static boolean isMultilineRole(JsonNode hostile) {
        return hostile.path("field").asString().equals("role")
                && hostile.path("value").asString().chars().anyMatch(character -> character < ' ');
    }

    private Configuration valid(String text) {
        return switch (json.read(Kind.AGENT, text)) {
            case Valid valid -> valid.configuration();
            case Invalid invalid -> throw new AssertionError(invalid.problems().toString());
        };
    }

    private List<Problem> problems(String text) {
        return switch (json.read(Kind.AGENT, text)) {
            case Valid valid -> throw new AssertionError("valid: " + text);
            case Invalid invalid -> invalid.problems();
        };
    }
}
