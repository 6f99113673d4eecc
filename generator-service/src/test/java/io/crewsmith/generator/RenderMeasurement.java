package io.crewsmith.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures {@link RenderBenchmark} in a JVM of its own; not part of the suite, since figures need a quiet machine. */
class RenderMeasurement {

    private static final double LONGEST_MICROSECONDS = 10_000;

    @Test
    void anAgentIsRenderedWithinTenMilliseconds() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(RenderBenchmark.class.getSimpleName())
                        .build())
                .run();

        assertThat(results).hasSize(3).allSatisfy(result -> {
            var times = result.getPrimaryResult().getStatistics();
            System.out.printf(
                    "%-40s p50 %,8.1f µs, p99 %,8.1f µs%n",
                    result.getPrimaryResult().getLabel(), times.getPercentile(50), times.getPercentile(99));
            assertThat(times.getPercentile(99)).isLessThan(LONGEST_MICROSECONDS);
        });
    }
}
