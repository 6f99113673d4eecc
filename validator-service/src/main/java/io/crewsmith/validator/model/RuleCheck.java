package io.crewsmith.validator.model;

import io.crewsmith.python.ParseResult;
import io.crewsmith.validator.model.rules.ModuleFacts;
import io.crewsmith.validator.model.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Runs one layer's rules over the tree. */
final class RuleCheck implements Check {

    private final String name;
    private final Layer layer;
    private final List<Rule> rules;

    RuleCheck(String name, Layer layer, List<Rule> rules) {
        this.name = name;
        this.layer = layer;
        this.rules = List.copyOf(rules);
        if (rules.isEmpty() || rules.stream().anyMatch(rule -> rule.layer() != layer)) {
            throw new IllegalArgumentException("check " + name + " needs rules, all of the layer " + layer);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Layer layer() {
        return layer;
    }

    @Override
    public Optional<List<Finding>> examine(Submission submission) {
        return switch (submission.syntax()) {
            case ParseResult.Refused _ -> Optional.empty();
            case ParseResult.Parsed parsed -> Optional.of(findings(new ModuleFacts(parsed.tree())));
        };
    }

    private List<Finding> findings(ModuleFacts module) {
        var findings = new ArrayList<Finding>();
        for (var rule : rules) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("stopped before the rule " + rule.id());
            }
            rule.inspect(
                    module, (at, message) -> findings.add(rule.description().at(at.line(), at.column(), message)));
        }
        return findings;
    }
}
