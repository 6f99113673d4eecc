package io.crewsmith.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.events.v1.CandidateKind;
import io.crewsmith.generator.model.Generation;
import io.crewsmith.generator.model.Generation.Generated;

/** The service's own generator, for tests in other rooms. */
public final class RealGenerator {

    private final Generator generator;

    public RealGenerator(Catalogue catalogue) {
        generator = new Generator(catalogue, new GeneratorSettings(null, true, true));
    }

    /** What becomes of a valid configuration of an agent. */
    public Generated of(String configuration) {
        return of(CandidateKind.AGENT, configuration);
    }

    /** What becomes of the snapshot of a crew. */
    public Generated ofCrew(String snapshot) {
        return of(CandidateKind.CREW, snapshot);
    }

    private Generated of(CandidateKind kind, String configuration) {
        Generation generation = generator.generate(kind, configuration);
        assertThat(generation).as("%s gives %s", configuration, generation).isInstanceOf(Generated.class);
        return (Generated) generation;
    }
}
