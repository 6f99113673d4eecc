package io.crewsmith.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.generator.model.Generation;
import io.crewsmith.generator.model.Generation.Generated;

/** The service's own generator, for tests in other rooms. */
public final class Rendering {

    private final Generator generator;

    public Rendering(Catalogue catalogue) {
        generator = new Generator(catalogue, TemplatePack.agent());
    }

    /** What becomes of a valid configuration. */
    public Generated of(String configuration) {
        Generation generation = generator.generate(configuration);
        assertThat(generation).as("%s gives %s", configuration, generation).isInstanceOf(Generated.class);
        return (Generated) generation;
    }
}
