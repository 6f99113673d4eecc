package io.crewsmith.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTests {

    @Test
    void aPercentileIsAMeasuredFigureAndNotInterpolated() {
        List<Long> millis = LongStream.rangeClosed(1, 200)
                .map(ms -> (201 - ms) * 1_000_000)
                .boxed()
                .toList();

        var latencies = new Latencies(millis, 2_000_000_000);

        assertThat(latencies.percentile(50)).isEqualTo(100);
        assertThat(latencies.percentile(99)).isEqualTo(198);
        assertThat(latencies.percentile(100)).isEqualTo(200);
        assertThat(latencies.perSecond()).isEqualTo(100);
    }

    @Test
    void nothingMeasuredIsNoFigure() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Latencies(List.of(), 1));
    }
}
