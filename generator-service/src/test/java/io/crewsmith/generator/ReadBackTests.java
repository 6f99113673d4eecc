package io.crewsmith.generator;

import io.crewsmith.catalogue.json.Catalogues;
import io.crewsmith.generator.RandomAgents.RandomAgent;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.node.ObjectNode;

/** The validator's reader, which knows nothing of this writer, reads back every configuration. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadBackTests {

    private static final int CONFIGURATIONS = 2_000;

    /** A word is never wrapped, and the validator takes no line that is longer, whatever it says. */
    private static final Pattern LONGEST_WORD = Pattern.compile("[^ ]{8000}");

    private final ReadBack reader = new ReadBack();
    private final RealGenerator generator = new RealGenerator(Catalogues.crewAi130());

    @AfterAll
    void close() {
        reader.close();
    }

    @Test
    void configurationsOfRandomTextsAndNumbers() {
        RandomAgents.some(CONFIGURATIONS).stream()
                .map(RandomAgent::configuration)
                .forEach(this::assertProven);
    }

    @Test
    void configurationsOfPeopleAndOfAttackers() throws IOException {
        Stream.of(Agents.real(), Agents.hostile())
                .flatMap(List::stream)
                .filter(agent -> LONGEST_WORD
                        .matcher(agent.toString())
                        .results()
                        .findAny()
                        .isEmpty())
                .forEach(this::assertProven);
    }

    private void assertProven(ObjectNode agent) {
        reader.assertProven(agent.toString(), generator.of(agent.toString()));
    }
}
