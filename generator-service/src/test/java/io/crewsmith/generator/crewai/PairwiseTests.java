package io.crewsmith.generator.crewai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Tests for {@link Pairwise}. */
class PairwiseTests {

    @Test
    void anyTwoValuesOfAnyTwoParametersMeetInFewRows() {
        Map<String, List<Integer>> values =
                new TreeMap<>(Map.of("a", List.of(1, 2), "b", List.of(1, 2, 3), "c", List.of(1, 2), "d", List.of(1)));

        List<Map<String, Integer>> rows = Pairwise.of(values);

        assertThat(rows).hasSizeBetween(6, 10);
        values.forEach((one, ones) -> values.forEach((other, others) -> ones.forEach(x -> others.forEach(y -> {
            if (!one.equals(other)) {
                assertThat(rows).anyMatch(row -> x.equals(row.get(one)) && y.equals(row.get(other)));
            }
        }))));
    }
}
