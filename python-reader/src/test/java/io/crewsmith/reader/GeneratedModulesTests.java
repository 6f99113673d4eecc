package io.crewsmith.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.reader.GeneratedFiles.GeneratedFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the generator is held to is what the proof demands. */
class GeneratedModulesTests {

    @ParameterizedTest
    @MethodSource("files")
    void isProven(GeneratedFile file) {
        assertThat(GeneratedFiles.examine(file)).isEmpty();
    }

    @Test
    void thereAreModulesAndTestsOfAgentsAndOfCrews() {
        assertThat(files())
                .extracting(file -> file.path().split("/")[0] + file.claim().kind())
                .contains("app" + Kind.AGENT, "app" + Kind.CREW, "tests" + Kind.AGENT, "tests" + Kind.CREW);
    }

    static List<GeneratedFile> files() {
        return GeneratedFiles.all();
    }
}
