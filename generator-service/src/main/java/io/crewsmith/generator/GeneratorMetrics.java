package io.crewsmith.generator;

import io.crewsmith.generator.model.Generation;
import io.crewsmith.generator.model.Generation.Failed;
import io.crewsmith.generator.model.Generation.Generated;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/** How many generations there were, how they ended, and how long they took. */
final class GeneratorMetrics {

    private final MeterRegistry meters;

    GeneratorMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    Generation time(Supplier<Generation> work) {
        Timer.Sample sample = Timer.start(meters);
        Generation generation = work.get();
        String outcome = switch (generation) {
            case Generated generated -> "generated";
            case Failed failed -> "failed";
        };
        sample.stop(Timer.builder("crewsmith.generation")
                .description("Time to render a configuration into code")
                .tag("outcome", outcome)
                .register(meters));
        return generation;
    }
}
