package io.crewsmith.generator;

import io.crewsmith.generator.model.Generation;
import io.crewsmith.generator.model.Generation.Failed;
import io.crewsmith.generator.model.Generation.Generated;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

/** How many generations there were, how they ended, and how long they took. */
final class GeneratorMetrics {

    private static final String GENERATED = "generated";
    private static final String FAILED = "failed";

    private final MeterRegistry meters;

    GeneratorMetrics(MeterRegistry meters) {
        this.meters = meters;
        // From the start, at zero: a series that appears with its first failure would show no increase.
        timer(GENERATED);
        timer(FAILED);
    }

    Generation time(Supplier<Generation> work) {
        Timer.Sample sample = Timer.start(meters);
        Generation generation = work.get();
        String outcome = switch (generation) {
            case Generated generated -> GENERATED;
            case Failed failed -> FAILED;
        };
        sample.stop(timer(outcome));
        return generation;
    }

    private Timer timer(String outcome) {
        return Timer.builder("crewsmith.generation")
                .description("Time to render a configuration into code")
                .tag("outcome", outcome)
                .register(meters);
    }
}
