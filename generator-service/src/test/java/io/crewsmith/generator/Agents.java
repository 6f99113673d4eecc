package io.crewsmith.generator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.CandidateKind;
import io.crewsmith.generator.model.Generation;
import io.crewsmith.generator.model.Generation.Generated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Configurations of agents, as people write them and as attackers would. */
final class Agents {

    private static final Path CASES = Path.of("../catalogue/src/test/resources/cases");

    /** The fields that take any text. */
    private static final Set<String> DATA = Set.of("goal", "backstory", "system_template", "prompt_template");

    private Agents() {}

    static List<ObjectNode> real() throws IOException {
        return Files.readAllLines(CASES.resolve("agents.jsonl")).stream()
                .map(line -> (ObjectNode) JsonMapper.shared().readTree(line))
                .peek(agent -> agent.remove("agent_id"))
                .toList();
    }

    /** Texts of the hostile cases that are taken as data, each in an otherwise ordinary agent. */
    static List<ObjectNode> hostile() throws IOException {
        return Files.readAllLines(CASES.resolve("hostile_configs.jsonl"), UTF_8).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .filter(hostile -> DATA.contains(hostile.path("field").asString()))
                .map(hostile -> ordinary().put(hostile.path("field").asString(), text(hostile)))
                .toList();
    }

    /** The module of an agent that is valid. */
    static String code(Generator generator, ObjectNode agent) {
        Generation generation = generator.generate(CandidateKind.AGENT, agent.toString());
        assertThat(generation).as(generation.toString()).isInstanceOf(Generated.class);
        return ((Generated) generation).files().getFirst().content();
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
