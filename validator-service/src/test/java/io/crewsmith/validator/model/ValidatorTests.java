package io.crewsmith.validator.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ValidatorTests {

    private static final byte[] CODE = "x = 1\n".getBytes(UTF_8);

    @Test
    void aCleanModulePassesEveryCheck() {
        try (var validator = new Validator()) {
            var verdict = validator.validate("x = 1\n");
            assertThat(verdict.passed()).isTrue();
            assertThat(verdict.checks()).containsExactly("syntax", "allow-list", "literals");
            assertThat(verdict.policyVersion()).isEqualTo(Validator.POLICY_VERSION);
            assertThat(verdict.scannedDigest())
                    .isEqualTo("9e26bf369911c45c243c684147b23fc9e1dcfcf257d299a1c632016a6fcd33f4");
        }
    }

    @Test
    void findingsComeByLineAndColumnAndTheBreakdownCountsThem() {
        try (var validator = new Validator()) {
            var verdict = validator.validate("y = open('x')\nimport os\nz = eval\nimport nothing\n");
            assertThat(verdict.passed()).isFalse();
            assertThat(verdict.findings())
                    .extracting(f -> f.line() + ":" + f.column() + " " + f.rule())
                    .containsExactly(
                            "1:5 unlisted-name",
                            "2:8 blacklisted-import",
                            "3:5 dangerous-builtin",
                            "4:8 unlisted-import");
            assertThat(verdict.severityBreakdown())
                    .containsEntry(Severity.CRITICAL, 2L)
                    .containsEntry(Severity.ERROR, 2L)
                    .containsEntry(Severity.WARNING, 0L);
        }
    }

    @Test
    void aSyntaxErrorNamesItsPlaceAndTheOtherChecksDoNotCountAsDone() {
        try (var validator = new Validator()) {
            var verdict = validator.validate("x = (1,\n");
            assertThat(verdict.passed()).isFalse();
            assertThat(verdict.checks()).containsExactly("syntax");
            assertThat(verdict.findings())
                    .extracting(Finding::rule, Finding::line, Finding::column, Finding::message)
                    .containsExactly(tuple("syntax", 1, 5, "'(' was never closed"));
        }
    }

    @Test
    void aCheckThatThrowsFailsTheVerdict() {
        var verdict = with(check("broken", _ -> {
            throw new IllegalStateException("no list");
        }));
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.checks()).containsExactly("syntax");
        assertThat(verdict.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("check-failed");
            assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(finding.message()).contains("broken").contains("no list");
        });
    }

    @Test
    void aCheckThatOverflowsItsStackFailsTheVerdict() {
        var verdict = with(check("deep", _ -> Optional.of(List.of(endless()))));
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.findings()).extracting(Finding::rule).containsExactly("check-failed");
    }

    /** Told to give up, it says that it found nothing; again and again, since that came through when it was quick. */
    @RepeatedTest(10)
    void aCheckThatHangsFailsTheVerdictInTime() {
        var verdict = with(check("hanging", _ -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException givenUp) {
                Thread.currentThread().interrupt();
            }
            return Optional.of(List.of());
        }));
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.findings()).extracting(Finding::rule).containsExactly("check-late");
    }

    @Test
    void aCheckWithoutAnAnswerFailsTheVerdict() {
        assertThat(with(check("silent", _ -> Optional.empty())).passed()).isFalse();
    }

    @Test
    void noChecksOrTheSameTwiceFailTheVerdict() {
        try (var none = new Validator(List.of(), Duration.ofSeconds(1))) {
            assertThat(none.validate(CODE).passed()).isFalse();
        }
        assertThat(with(new SyntaxCheck()).passed()).isFalse();
    }

    @Test
    void furtherChecksCountLikeTheOthers() {
        var clean = check("proof", _ -> Optional.of(List.of()));
        var mismatch = new Finding("proof", Severity.CRITICAL, Layer.SHAPE, 1, 1, "role differs");
        assertThat(with(clean).passed()).isTrue();
        assertThat(with(clean).checks()).containsExactly("syntax", "proof");
        assertThat(with(check("proof", _ -> Optional.of(List.of(mismatch)))).findings())
                .containsExactly(mismatch);
    }

    @Test
    void warningsDoNotFail() {
        var warning = new Finding("look", Severity.WARNING, Layer.CUSTOM, 1, 1, "look here");
        assertThat(with(check("custom", _ -> Optional.of(List.of(warning)))).passed())
                .isTrue();
    }

    @Test
    void aVerdictCannotPassWithABlockingFindingOrWithoutChecks() {
        var error = new Finding("r", Severity.ERROR, Layer.CUSTOM, 1, 1, "m");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Verdict(true, "1", "d", List.of("c"), List.of(error)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Verdict(true, "1", "d", List.of(), List.of()));
    }

    @Test
    void endlessFindingsAreCutButTheWorstStays() {
        try (var validator = new Validator()) {
            var verdict = validator.validate("x = open\n".repeat(2_000) + "import os\n");
            assertThat(verdict.findings()).hasSize(Examination.MAX_FINDINGS + 1);
            assertThat(verdict.findings()).extracting(Finding::rule).contains("blacklisted-import", "more-findings");
        }
    }

    private static Verdict with(Check check) {
        try (var validator = new Validator(List.of(new SyntaxCheck()), Duration.ofMillis(300))) {
            return validator.validate(CODE, List.of(check));
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private static Finding endless() {
        return endless();
    }

    private static Check check(String name, Function<Submission, Optional<List<Finding>>> answer) {
        return new Check() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Layer layer() {
                return Layer.CUSTOM;
            }

            @Override
            public Optional<List<Finding>> examine(Submission submission) {
                return answer.apply(submission);
            }
        };
    }
}
