package io.crewsmith.validator.model.custom;

import io.crewsmith.python.ParseResult;
import io.crewsmith.python.PythonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Code that a rule must find something in, and code that it must not. */
record Examples(List<Text> match, List<Text> noMatch) {

    Examples {
        match = List.copyOf(match);
        noMatch = List.copyOf(noMatch);
    }

    /** Every example in which the rule does not do what its author says. */
    List<RuleProblem> failuresOf(CustomRule rule, PythonParser parser) {
        var failures = new ArrayList<RuleProblem>();
        for (int index = 0; index < match.size(); index++) {
            failure(rule, parser, match.get(index), "match", index + 1).ifPresent(failures::add);
        }
        for (int index = 0; index < noMatch.size(); index++) {
            failure(rule, parser, noMatch.get(index), "no_match", index + 1).ifPresent(failures::add);
        }
        return failures;
    }

    private static Optional<RuleProblem> failure(
            CustomRule rule, PythonParser parser, Text example, String list, int number) {
        String name = "example %d of %s".formatted(number, list);
        return switch (parser.parse(example.value())) {
            case ParseResult.Refused refused -> {
                var first = refused.refusals().getFirst();
                yield Optional.of(example.problem(
                        "example", "%s is no Python: its line %d: %s".formatted(name, first.line(), first.message())));
            }
            case ParseResult.Parsed parsed -> {
                List<Breach> found = rule.breaches(ModuleUses.of(parsed.tree()));
                yield list.equals("match") == !found.isEmpty()
                        ? Optional.empty()
                        : Optional.of(example.problem("example", name + " " + outcome(found)));
            }
        };
    }

    private static String outcome(List<Breach> found) {
        if (found.isEmpty()) {
            return "is not found: correct the patterns or the example";
        }
        Breach first = found.getFirst();
        return "is found, in its line %d for '%s': correct the patterns or the example"
                .formatted(first.at().line(), first.target());
    }
}
