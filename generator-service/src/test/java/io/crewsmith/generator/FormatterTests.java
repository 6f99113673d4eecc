package io.crewsmith.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.generator.RandomAgents.RandomAgent;
import io.crewsmith.generator.model.Place;
import io.crewsmith.generator.model.PythonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Formatters have nothing to say about what is generated, nor about a text wherever it may stand. */
class FormatterTests {

    private static final int RANDOM_AGENTS = 200;
    private static final int RANDOM_PLACES = 120;
    private static final int PLACES_EACH = 14;
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final String PLACES = """
            from places import make


            class Places:
                name = ?
                department_id = ?
                a = ?

                def f(self):
                    return make(
                        role=?,
                        goal=?,
                        backstory=?,
                        tools=[
                            ?,
                            ?,
                        ],
                        config={
                            "provider": ?,
                            "config": {
                                "model_name": ?,
                            },
                        },
                        llm=make(
                            model=?,
                        ),
                        hook=make(
                            ?,
                        ),
                    )
            """;

    private final Generator generator = Renderers.generator(null);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void agentsOfPeopleAndHostileOnesStayAsTheyAre(Formatter formatter) throws Exception {
        write("real", Agents.real().stream().map(agent -> Agents.code(generator, agent)));
        write("hostile", Agents.hostile().stream().map(agent -> Agents.code(generator, agent)));

        assertThat(formatter.complaints(folder)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void goldenModulesStayAsTheyAre(Formatter formatter) throws Exception {
        assertThat(formatter.complaints(GOLDEN)).isEmpty();
        assertThat(formatter.complaints(TEMPLATES)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void randomAgentsStayAsTheyAre(Formatter formatter) throws Exception {
        write(
                "random",
                RandomAgents.some(RANDOM_AGENTS).stream()
                        .map(RandomAgent::configuration)
                        .map(agent -> Agents.code(generator, agent)));

        assertThat(formatter.complaints(folder)).as("seed %d", Texts.SEED).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void randomTextsStayAsTheyAreWhereverTheyStand(Formatter formatter) throws Exception {
        Iterator<String> texts = Texts.some(RANDOM_PLACES * PLACES_EACH).iterator();
        write("places", IntStream.range(0, RANDOM_PLACES).mapToObj(file -> filled(texts)));

        assertThat(formatter.complaints(folder)).as("seed %d", Texts.SEED).isEmpty();
    }

    private void write(String name, Stream<String> modules) throws IOException {
        List<String> all = modules.toList();
        assertThat(all).isNotEmpty();
        for (int index = 0; index < all.size(); index++) {
            Files.writeString(folder.resolve("%s_%d.py".formatted(name, index)), all.get(index));
        }
    }

    private static String filled(Iterator<String> texts) {
        var code = new StringBuilder();
        for (String line : PLACES.lines().toList()) {
            int place = line.indexOf('?');
            String before = place < 0 ? line : line.substring(0, place);
            code.append(before);
            if (place >= 0) {
                code.append(PythonString.write(texts.next(), Place.behind(before)))
                        .append(line.substring(place + 1));
            }
            code.append('\n');
        }
        return code.toString();
    }
}
