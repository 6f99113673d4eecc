package io.crewsmith.generator.crewai;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Valid;
import io.crewsmith.catalogue.ValidationResult;
import io.crewsmith.catalogue.json.ConfigurationJson;
import io.crewsmith.generator.RealGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every agent of the proof: real ones, all pairs of values, and chance. */
final class Subjects {

    private static final Path CASES = Path.of("../catalogue/src/test/resources/cases/agents.jsonl");
    private static final JsonNode REMEMBERING = JsonMapper.shared().readTree("""
            {
              "agent_key": "remembering-agent",
              "role": "One who remembers by an embedder of its own",
              "goal": "Remember.",
              "backstory": "Forgot nothing so far.",
              "llm_model": "openai/gpt-4o",
              "memory_enabled": true,
              "memory_config": {
                "entity_enabled": true,
                "embedder_provider": "openai",
                "embedder_model": "text-embedding-3-large",
                "embedder_dimensions": 16
              }
            }
            """);
    private static final int RANDOM = 200;
    private static final int EXECUTED_RANDOM = 40;

    private final Catalogue catalogue;
    private final ConfigurationJson configurations;
    private final RealGenerator rendering;

    Subjects(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.configurations = new ConfigurationJson(catalogue);
        this.rendering = new RealGenerator(catalogue);
    }

    List<Subject> all() throws IOException {
        List<Subject> all = new ArrayList<>();
        for (String line : Files.readAllLines(CASES)) {
            var agent = (ObjectNode) JsonMapper.shared().readTree(line);
            agent.remove("agent_id");
            all.add(subject(agent, true));
        }
        all.add(subject(REMEMBERING, true));
        List<Map<String, JsonNode>> pairs = Pairwise.of(Samples.of(catalogue));
        for (int row = 0; row < pairs.size(); row++) {
            all.add(subject(ownRole(Samples.configuration("pairwise-agent-%d".formatted(row), pairs.get(row))), true));
        }
        List<JsonNode> random = new RandomConfigurations(catalogue).take(RANDOM);
        for (int number = 0; number < RANDOM; number++) {
            all.add(subject(ownRole(random.get(number)), number < EXECUTED_RANDOM));
        }
        return all;
    }

    /** CrewAI keeps the knowledge of all agents of one role together, and one embedder cannot read another's. */
    private static JsonNode ownRole(JsonNode agent) {
        String key = agent.path("agent_key").asString();
        return ((ObjectNode) agent).put("role", agent.path("role").asString() + " " + key);
    }

    private Subject subject(JsonNode agent, boolean execute) {
        String text = agent.toString();
        ValidationResult result = configurations.read(Kind.AGENT, text);
        assertThat(result).as("%s: %s", text, result).isInstanceOf(Valid.class);
        return new Subject(((Valid) result).configuration(), rendering.of(text), execute);
    }
}
