package io.crewsmith.validator.model.custom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;

/** Rules for tests: the parts that a test is about, and sound ones around them. */
final class SampleRules {

    private SampleRules() {}

    /** A rule with this demand, such as {@code forbid: {imports: [requests]}}, and these examples. */
    static String rule(String demand, String match, String noMatch) {
        return rule("custom/sample", demand, match, noMatch);
    }

    static String rule(String id, String demand, String match, String noMatch) {
        return """
                id: %s
                title: A sample
                message: "'{target}' is not wanted here: leave it out"
                severity: ERROR
                %s
                examples:
                  match:
                    - |
                %s
                  no_match:
                    - |
                %s
                """.formatted(id, demand, indented(match), indented(noMatch));
    }

    /** The rule of this text, which must be one. */
    static CustomRule accepted(String text) {
        try (var loader = new RuleLoader()) {
            Loading loading = loader.load(text);
            assertThat(loading).as(loading.toString()).isInstanceOf(Loading.Accepted.class);
            return ((Loading.Accepted) loading).rule();
        }
    }

    /** What is wrong with this text, which must be no rule. */
    static List<RuleProblem> problems(String text) {
        try (var loader = new RuleLoader()) {
            Loading loading = loader.load(text);
            assertThat(loading).as(loading.toString()).isInstanceOf(Loading.Refused.class);
            return ((Loading.Refused) loading).problems();
        }
    }

    private static String indented(String code) {
        return code.lines().map(line -> "      " + line).collect(Collectors.joining("\n"));
    }
}
