package io.crewsmith.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.crewsmith.generator.RandomAgents.RandomAgent;
import io.crewsmith.generator.model.Place;
import io.crewsmith.generator.model.PythonString;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** CPython reads back exactly what was written. */
class RoundTripTests {

    private static final int CONFIGURATIONS = 10_000;

    private final Generator generator = Renderers.generator(null);

    @BeforeEach
    void pythonIsThere() {
        assumeTrue(Python.isThere(), "SKIPPED: there is no python3 on the PATH");
    }

    @Test
    void everyTextAndNumberOfRandomConfigurationsComesBack() throws IOException {
        List<RandomAgent> agents = RandomAgents.some(CONFIGURATIONS);
        try (var python = new PythonSession()) {
            var writing = python.readModules(
                    agents.stream().map(RandomAgent::configuration).map(agent -> Agents.code(generator, agent)));
            for (RandomAgent agent : agents) {
                JsonNode literals = python.answer();
                agent.literals()
                        .forEachEntry((name, value) -> assertThat(literals.path(name))
                                .as("%s, with -Dcrewsmith.seed=%d, of %s", name, Texts.SEED, agent.configuration())
                                .isEqualTo(value));
            }
            writing.join();
        }
    }

    @Test
    void halvesOfSurrogatePairsComeBack() throws IOException {
        try (var python = new PythonSession()) {
            for (String text :
                    List.of("\ud83d", "\ude00", "\ude00\ud83d", "a\ud83d b".repeat(40), "\ud83d".repeat(900))) {
                String code = PythonString.write(text, Place.behind("    name = "));

                assertThat(code).matches("[ -~\n]*");
                assertThat(python.value(code).asString()).isEqualTo(text);
            }
        }
    }
}
