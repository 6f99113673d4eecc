package io.crewsmith.validator.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.validator.model.rules.Rule;
import io.crewsmith.validator.model.rules.Rules;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule has a file of breaches, set apart by {@code # ---}, and one of look-alikes under {@code rules/}. */
class RulesTests {

    private static final Validator VALIDATOR = new Validator();

    @AfterAll
    static void close() {
        VALIDATOR.close();
    }

    /** One breach of one rule. */
    record Breach(Rule rule, String code) {
        @Override
        public String toString() {
            return rule.id() + ": " + code.strip().lines().findFirst().orElse("");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breaches")
    void everyBreachIsFoundByItsRule(Breach breach) {
        var verdict = VALIDATOR.validate(breach.code());
        assertThat(verdict.findings()).as(breach.code()).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(breach.rule().id());
            assertThat(finding.severity()).isEqualTo(breach.rule().severity());
            assertThat(finding.layer()).isEqualTo(breach.rule().layer());
        });
        assertThat(verdict.passed())
                .isEqualTo(
                        verdict.findings().stream().noneMatch(f -> f.severity().blocks()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ids")
    void noLookAlikeIsFoundByAnyRule(String id) throws Exception {
        var code = Files.readString(CasesTests.resource("rules/" + id + ".good.py"));
        assertThat(VALIDATOR.validate(code).findings()).isEmpty();
    }

    @Test
    void idsAreUnique() {
        assertThat(ids()).doesNotHaveDuplicates().hasSize(22).allMatch(id -> id.matches("[a-z]+(-[a-z]+)+"));
    }

    static List<Breach> breaches() throws Exception {
        return rules().flatMap(RulesTests::breaches).toList();
    }

    static List<String> ids() {
        return rules().map(Rule::id).toList();
    }

    private static Stream<Breach> breaches(Rule rule) {
        try {
            var file = Files.readString(CasesTests.resource("rules/" + rule.id() + ".bad.py"));
            return Stream.of(file.split("# ---\n")).map(code -> new Breach(rule, code));
        } catch (java.io.IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    private static Stream<Rule> rules() {
        return Stream.concat(Rules.allowList().stream(), Rules.literals().stream());
    }
}
