package io.crewsmith.validator.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.validator.model.rules.Rule;
import io.crewsmith.validator.model.rules.Rules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of each rule: every breach is found by it, no look-alike by any. */
class RulesTests {

    private static final Validator VALIDATOR = new Validator();

    @AfterAll
    static void close() {
        VALIDATOR.close();
    }

    /** One breach of one rule. */
    record Breach(RuleDescription rule, String code) {
        @Override
        public String toString() {
            return rule.id() + ": " + code.strip().lines().findFirst().orElse("");
        }
    }

    /** What a rule must let pass. */
    record LookAlike(String rule, String code) {
        @Override
        public String toString() {
            return rule;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaches")
    void everyBreachIsFoundByItsRule(Breach breach) {
        var verdict = VALIDATOR.validate(breach.code());
        RuleDescription rule = breach.rule();
        assertThat(verdict.findings()).as(breach.code()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(rule.id());
            assertThat(finding.severity()).isEqualTo(rule.severity());
            assertThat(finding.confidence()).isEqualTo(rule.confidence());
            assertThat(finding.cwe()).isEqualTo(rule.cwe());
            assertThat(finding.layer()).isEqualTo(rule.layer());
        });
        assertThat(verdict.passed())
                .isEqualTo(
                        verdict.findings().stream().noneMatch(f -> f.severity().blocks()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lookAlikes")
    void noLookAlikeIsFoundByAnyRule(LookAlike lookAlike) {
        assertThat(VALIDATOR.validate(lookAlike.code()).findings()).isEmpty();
    }

    @Test
    void idsAreUniqueAndNoRuleIsLeftOut() {
        assertThat(Rules.all()).extracting(Rule::id).doesNotHaveDuplicates().isSorted();
        assertThat(Stream.concat(Rules.allowList().stream(), Rules.literals().stream()))
                .containsExactlyInAnyOrderElementsOf(Rules.all());
    }

    static List<Breach> breaches() {
        return RuleCatalogue.all().stream()
                .flatMap(rule -> RuleExamples.of(rule.id()).bad().stream().map(code -> new Breach(rule, code)))
                .toList();
    }

    static List<LookAlike> lookAlikes() {
        return RuleCatalogue.all().stream()
                .map(rule -> new LookAlike(rule.id(), RuleExamples.of(rule.id()).good()))
                .filter(lookAlike -> !lookAlike.code().isBlank())
                .toList();
    }
}
