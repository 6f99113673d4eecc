package io.crewsmith.validator.model.custom;

import io.crewsmith.python.ParseResult;
import io.crewsmith.validator.model.Check;
import io.crewsmith.validator.model.Finding;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.Submission;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Holds one module against the rules in force. Where those cannot be known for sure it throws, and so refuses. */
final class CustomRulesCheck implements Check {

    static final String NAME = "custom-rules";

    private final RuleBook book;
    private final Origin origin;

    CustomRulesCheck(RuleBook book, Origin origin) {
        this.book = book;
        this.origin = origin;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Layer layer() {
        return Layer.CUSTOM;
    }

    @Override
    public String policy() {
        return book.version();
    }

    /** The version says which rules are in force; how many of them look at this file, whether some are left out. */
    @Override
    public Optional<String> basis() {
        return book.flaws().isEmpty()
                ? Optional.of("%s %s %d"
                        .formatted(book.version(), origin, book.rules().size()))
                : Optional.empty();
    }

    @Override
    public Optional<List<Finding>> examine(Submission submission) {
        if (!book.flaws().isEmpty()) {
            throw new IllegalStateException(String.join("; ", book.flaws()));
        }
        return switch (submission.syntax()) {
            case ParseResult.Refused _ -> Optional.empty();
            case ParseResult.Parsed parsed -> Optional.of(findings(book.rules(), parsed, origin));
        };
    }

    static List<Finding> findings(List<CustomRule> rules, ParseResult.Parsed parsed, Origin origin) {
        List<CustomRule> applied =
                rules.stream().filter(rule -> rule.appliesTo().includes(origin)).toList();
        if (applied.isEmpty()) {
            return List.of();
        }
        ModuleUses module = ModuleUses.of(parsed.tree());
        return applied.stream().flatMap(rule -> findings(rule, module).stream()).toList();
    }

    private static List<Finding> findings(CustomRule rule, ModuleUses module) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped before the rule " + rule.id());
        }
        return rule.breaches(module).stream()
                .map(breach -> new Finding(
                        rule.id(),
                        rule.severity(),
                        Layer.CUSTOM,
                        breach.at().line(),
                        breach.at().column(),
                        rule.messageAbout(breach)))
                .toList();
    }
}
