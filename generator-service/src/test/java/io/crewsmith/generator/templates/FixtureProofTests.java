package io.crewsmith.generator.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.crewsmith.generator.Renderers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests for {@link FixtureProof}. After a wanted change of a template {@code -Dcrewsmith.write-golden=true} writes what its
 * fixtures must give anew, to be read in the review.
 */
class FixtureProofTests {

    @ParameterizedTest
    @ValueSource(strings = {"src/main/resources/templates", "src/test/resources/packs"})
    void everyPackIsWhatItsFixturesSay(Path root) throws IOException {
        var loader = new PackLoader(Renderers.target(), Renderers.all());
        List<PackFolder> folders = PackFolder.in(root.toUri().toString());
        assertThat(folders).isNotEmpty();
        for (PackFolder folder : folders) {
            FixtureProof proof = loader.proof(folder, loader.parse(folder));
            if (Boolean.getBoolean("crewsmith.write-golden")) {
                for (Map.Entry<String, String> file : proof.outputs().entrySet()) {
                    Files.writeString(root.resolve(folder.name()).resolve(file.getKey()), file.getValue());
                }
            } else {
                assertThatCode(proof::prove).doesNotThrowAnyException();
            }
        }
    }
}
