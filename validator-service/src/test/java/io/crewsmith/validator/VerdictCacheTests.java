package io.crewsmith.validator;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.validator.model.Check;
import io.crewsmith.validator.model.Finding;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.Severity;
import io.crewsmith.validator.model.Submission;
import io.crewsmith.validator.model.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link VerdictCache}. */
class VerdictCacheTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final VerdictCache cache = new VerdictCache(meters);
    private int scans;

    @Test
    void theSameBytesAreJudgedOnceAndTheHitIsCounted() {
        Verdict first = ask("x = 1\n", List.of(), "note");

        assertThat(ask("x = 1\n", List.of(), "note")).isSameAs(first);
        ask("x = 2\n", List.of(), "note");

        assertThat(scans).isEqualTo(2);
        assertThat(meters.get("cache.gets")
                        .tag("result", "hit")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("cache.gets")
                        .tag("result", "miss")
                        .functionCounter()
                        .count())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check-late", "check-failed", "checks-missing", "busy", "deadline", "parser-failed"})
    void aScanThatWasGivenUpIsDoneAgain(String rule) {
        ask("x = 1\n", List.of(), rule);
        ask("x = 1\n", List.of(), rule);

        assertThat(scans).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"deadline, note, note, 2", "deadline, deadline, deadline, 2", "note, note, note, 1"})
    void whereItCountsAScanThatWasGivenUpIsTriedOnceMore(String first, String second, String answer, int times) {
        Verdict verdict = cache.verdictInsisting("x = 1\n", List.of(), bytes -> saying(scans++ == 0 ? first : second));

        assertThat(verdict).isEqualTo(saying(answer));
        assertThat(scans).isEqualTo(times);
    }

    @Test
    void anotherBasisIsAnotherVerdict() {
        ask("x = 1\n", List.of(check(Optional.of("a"))), "note");
        ask("x = 1\n", List.of(check(Optional.of("a"))), "note");
        ask("x = 1\n", List.of(check(Optional.of("b"))), "note");
        ask("x = 1\n", List.of(), "note");

        assertThat(scans).isEqualTo(3);
    }

    @Test
    void aCheckThatCannotNameItsBasisIsAskedEveryTime() {
        ask("x = 1\n", List.of(check(Optional.empty())), "note");
        ask("x = 1\n", List.of(check(Optional.empty())), "note");

        assertThat(scans).isEqualTo(2);
    }

    @Test
    void thereIsAnEndToWhatIsKept() {
        for (int i = 0; i < 60_000; i++) {
            ask("x = %d\n".formatted(i), List.of(), "note");
        }

        assertThat(cache.size()).isLessThanOrEqualTo(25_000);
    }

    private Verdict ask(String code, List<Check> further, String rule) {
        return cache.verdict(code, further, bytes -> {
            scans++;
            return saying(rule);
        });
    }

    private static Verdict saying(String rule) {
        return new Verdict(
                true,
                "1",
                "d",
                List.of("syntax"),
                List.of(new Finding(rule, Severity.INFO, Layer.SYNTAX, 1, 1, "said")));
    }

    private static Check check(Optional<String> basis) {
        return new Check() {
            @Override
            public String name() {
                return "decode-proof";
            }

            @Override
            public Layer layer() {
                return Layer.SHAPE;
            }

            @Override
            public Optional<List<Finding>> examine(Submission submission) {
                return Optional.of(List.of());
            }

            @Override
            public Optional<String> basis() {
                return basis;
            }
        };
    }
}
