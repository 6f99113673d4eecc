package io.crewsmith.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Tests for {@link GeneratorSettings}. */
class GeneratorSettingsTests {

    @Test
    void thereIsNoFurtherFolderByDefault() {
        assertThat(bound(Map.of())).isEqualTo(new GeneratorSettings(null, true, true));
    }

    @Test
    void everyPropertyIsMapped() {
        assertThat(bound(Map.of(
                        "crewsmith.generator.templates", "src/test/resources/packs",
                        "crewsmith.generator.with-test", "false",
                        "crewsmith.generator.with-page", "false")))
                .isEqualTo(new GeneratorSettings(Path.of("src/test/resources/packs"), false, false));
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> bound(Map.of("crewsmith.generator.templates", "nowhere")))
                .rootCause()
                .hasMessage("crewsmith.generator.templates must be a folder of template packs, but nowhere is none");
    }

    private static GeneratorSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("crewsmith.generator", GeneratorSettings.class);
    }
}
