package io.crewsmith.validator.model.custom;

import static io.crewsmith.validator.model.custom.SampleRules.accepted;
import static io.crewsmith.validator.model.custom.SampleRules.rule;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.validator.model.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What custom rules cost; the figures are printed. The bounds leave room for a busy machine. */
class RuleSpeedTests {

    private static final Validator VALIDATOR = new Validator();
    private static final String MODULE = module();

    @AfterAll
    static void close() {
        VALIDATOR.close();
    }

    @Test
    void asManyRulesAsThereMayBeCostAFewMilliseconds() {
        RuleBook none = RuleBook.EMPTY;
        RuleBook full = new RuleBook("custom.200", rules(RulePolicy.MOST_RULES), List.of());
        measure("warm-up", 300, () -> scan(full));

        Duration without = measure("a scan without custom rules", 200, () -> scan(none));
        Duration with = measure("a scan with 200 custom rules", 200, () -> scan(full));

        assertThat(with.minus(without)).isLessThan(Duration.ofMillis(50));
    }

    @Test
    void aDryRunOverAsMuchAsIsTriedAtOnceIsDoneWithinARequestsWait() {
        var dryRun = new DryRun(VALIDATOR, RuleBook.EMPTY, rules(1).getFirst());

        Duration each = measure(
                "a module of a dry run",
                500,
                () -> assertThat(dryRun.on(MODULE)).isEmpty());

        assertThat(each.multipliedBy(500)).isLessThan(Duration.ofSeconds(30));
    }

    private static void scan(RuleBook book) {
        assertThat(VALIDATOR
                        .validate(MODULE.getBytes(UTF_8), List.of(book.check(Origin.GENERATED)))
                        .passed())
                .isTrue();
    }

    /** The median. */
    private static Duration measure(String what, int times, Runnable work) {
        var took = new ArrayList<Long>();
        for (int round = 0; round < times; round++) {
            long start = System.nanoTime();
            work.run();
            took.add(System.nanoTime() - start);
        }
        took.sort(null);
        System.out.printf(
                "%s: p50 %.2f ms, p99 %.2f ms%n", what, took.get(times / 2) / 1e6, took.get(times * 99 / 100) / 1e6);
        return Duration.ofNanos(took.get(times / 2));
    }

    private static List<CustomRule> rules(int count) {
        CustomRule sample = accepted(rule(
                "forbid: {imports: [requests, httpx.*], calls: ['*.execute', os.*], attributes: [a.b],"
                        + " literals: ['(?i)internal\\.corp', 'sk-[a-z0-9]{20,}']}",
                "import requests",
                "import json"));
        return IntStream.range(0, count)
                .mapToObj(number -> new CustomRule(
                        "custom/r" + number,
                        sample.title(),
                        sample.message(),
                        sample.severity(),
                        sample.cwe(),
                        sample.appliesTo(),
                        sample.demand(),
                        sample.patterns(),
                        sample.examples(),
                        sample.text()))
                .toList();
    }

    private static String module() {
        try {
            return Files.readString(Path.of("src/test/resources/modules/full_agent.py"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
