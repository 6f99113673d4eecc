package io.crewsmith.generator.crewai;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.json.Catalogues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests for {@link ParameterPage}; {@code -Dcrewsmith.write-golden=true} writes the page anew. */
class ParameterPageTests {

    private static final Path PAGE = Path.of("../docs/parameters.md");

    private final Catalogue catalogue = Catalogues.crewAi130();

    @Test
    void thePageSaysHowEachParameterIsProven() throws IOException {
        String page = new ParameterPage(catalogue)
                .write(new EnumMap<>(Map.of(
                        Kind.AGENT, AgentProofs.all(), Kind.CREW, CrewProofs.all(), Kind.TASK, TaskProofs.all())));

        if (Boolean.getBoolean("crewsmith.write-golden")) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    @Test
    void everyParameterOfTheCatalogueHasItsProofAndNoOther() {
        assertThat(AgentProofs.all())
                .allSatisfy(proof -> assertThat(proof.checks()).isNotEmpty())
                .extracting(Proof::parameter)
                .containsExactlyInAnyOrderElementsOf(Samples.leaves("", catalogue.parameters(Kind.AGENT))
                        .map(Samples.Leaf::path)
                        .toList());
    }
}
