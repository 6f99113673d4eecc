package io.crewsmith.generator.crewai;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.json.Catalogues;
import io.crewsmith.catalogue.json.CrewSnapshotJson;
import io.crewsmith.generator.ReadBack;
import io.crewsmith.generator.RealGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The validator's reader reads back parameters in combinations by chance, and crews. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryCombinationReadBackTests {

    private static final int AGENTS = 2_000;
    private static final int CREWS = 1_000;
    private static final long SEED = 6;
    private static final Catalogue CATALOGUE = Catalogues.crewAi130();

    private final ReadBack reader = new ReadBack();
    private final RealGenerator generator = new RealGenerator(CATALOGUE);

    @AfterAll
    void close() {
        reader.close();
    }

    @Test
    void agents() {
        new RandomConfigurations(CATALOGUE)
                .take(AGENTS).stream()
                        .map(JsonNode::toString)
                        .forEach(agent -> reader.assertProven(agent, generator.of(agent)));
    }

    @Test
    void crews() {
        var crews = new RandomCrews(CATALOGUE, SEED);
        var snapshots = new CrewSnapshotJson(CATALOGUE);
        IntStream.range(0, CREWS)
                .mapToObj(crews::next)
                .map(snapshots::write)
                .forEach(crew -> reader.assertProven(crew, generator.ofCrew(crew)));
    }
}
