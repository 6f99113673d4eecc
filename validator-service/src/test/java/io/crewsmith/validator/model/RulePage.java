package io.crewsmith.validator.model;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The pages of {@code docs/rules}, made from what the rules say of themselves. */
final class RulePage {

    private static final String PAGE = """
            # %s

            %s.

            | severity | confidence | layer | weakness |
            |---|---|---|---|
            | %s | %s | %s | [%s](https://cwe.mitre.org/data/definitions/%s.html) |

            **Why.** %s

            **Instead.** %s
            %s
            [All rules](README.md)
            """;

    private static final String INDEX = """
            # Rules

            Every rule of the validator that can stand in a verdict. CRITICAL and ERROR fail a scan, WARNING and INFO do
            not; no comment in the code takes a rule away. `GET /api/rules` lists them with the same words. What people add
            to them are custom rules, whose ids begin with `custom/`.

            These pages are written by `mvn -pl validator-service -am test -Dcrewsmith.write-golden=true`; the build fails
            where they differ from the rules.
            %s""";

    private RulePage() {}

    static String of(RuleDescription rule) {
        return PAGE.formatted(
                rule.id(),
                rule.title(),
                rule.severity(),
                rule.confidence(),
                words(rule.layer()),
                rule.cwe(),
                rule.cwe().substring("CWE-".length()),
                text(rule.danger()),
                text(rule.remedy()),
                examples(RuleExamples.of(rule.id())));
    }

    static String index(List<RuleDescription> rules) {
        return INDEX.formatted(Arrays.stream(Layer.values())
                .map(layer -> section(layer, rules))
                .collect(joining()));
    }

    private static String section(Layer layer, List<RuleDescription> rules) {
        List<RuleDescription> own =
                rules.stream().filter(rule -> rule.layer() == layer).toList();
        return own.isEmpty()
                ? ""
                : own.stream()
                        .map(rule -> "| [%1$s](%1$s.md) | %2$s | %3$s | %4$s |\n"
                                .formatted(rule.id(), rule.severity(), rule.cwe(), rule.title()))
                        .collect(joining(
                                "",
                                "\n## %s\n\n| rule | severity | CWE | finds |\n|---|---|---|---|\n"
                                        .formatted(words(layer)),
                                ""));
    }

    private static String examples(RuleExamples examples) {
        return (examples.bad().isEmpty()
                        ? ""
                        : "\nRefused, each:\n\n```python\n%s```\n".formatted(String.join("# ---\n", examples.bad())))
                + (examples.good().isBlank() ? "" : "\nAccepted:\n\n```python\n%s```\n".formatted(examples.good()));
    }

    /** Underscores, stars and angle brackets are characters of Python here, not of Markdown. */
    private static String text(String paragraph) {
        return paragraph.replaceAll("([\\\\_*<>\\[\\]`])", "\\\\$1");
    }

    private static String words(Layer layer) {
        return layer.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
