package io.crewsmith.validator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prints what it measures; the limits leave room for a machine that is busy with other things. */
class SpeedTests {

    private static final Validator VALIDATOR = new Validator();
    private static final int SIZE = 512 * 1024 - 200;

    @AfterAll
    static void close() {
        VALIDATOR.close();
    }

    @Test
    void anOrdinaryModuleTakesMilliseconds() throws Exception {
        var code = Files.readAllBytes(CasesTests.resource("modules/full_agent.py"));
        for (int i = 0; i < 1_500; i++) {
            VALIDATOR.validate(code);
        }
        var nanos = new long[1_000];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            assertThat(VALIDATOR.validate(code).passed()).isTrue();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf("111-line module: p50 %.2f ms, p99 %.2f ms%n", nanos[500] / 1e6, nanos[990] / 1e6);
        assertThat(nanos[500]).isLessThan(10_000_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x = 1\n",
                "eval\n",
                "f(a, b=c)[d].e\n",
                "if x:\n  y\n",
                "{x:[{y:[{z:[(a,b,*c,d:=1)]}]}]}\n",
                "x = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'\n",
                "f'{a!r:>{b}} {c} {d}'\n",
                "a = b = c.d = e, f\n"
            })
    void halfAMegabyteIsAnsweredInTime(String line) {
        var code = line.repeat(SIZE / line.length()) + "import os\n";
        long start = System.nanoTime();
        var verdict = VALIDATOR.validate(code);
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.printf("512 KiB of %s: %d ms, %s%n", line.strip(), millis, verdict.checks());
        assertThat(verdict.passed()).isFalse();
        assertThat(millis).isLessThan(4_000);
    }
}
