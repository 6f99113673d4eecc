package io.crewsmith.validator.model.custom;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.python.ParseResult;
import io.crewsmith.validator.model.Check;
import io.crewsmith.validator.model.Finding;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.Submission;
import io.crewsmith.validator.model.Validator;
import io.crewsmith.validator.model.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what a rule would change about code, if it were in force beside all others or in the place of its last revision. */
public final class DryRun {

    private final Validator validator;
    private final RuleBook now;
    private final RuleBook then;

    public DryRun(Validator validator, RuleBook now, CustomRule candidate) {
        this.validator = validator;
        this.now = now;
        this.then = now.with(candidate);
    }

    /**
     * What would change about one module.
     *
     * @param passesNow whether it passes by the rules in force
     * @param wouldPass whether it would with the rule
     * @param added findings that there would be then, and are not now
     * @param removed findings that there are now, and would not be then
     */
    public record Effect(boolean passesNow, boolean wouldPass, List<Finding> added, List<Finding> removed) {
        public Effect {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }

    /** The effect on a generated module; empty where nothing changes. Throws where the module could not be judged. */
    public Optional<Effect> on(String code) {
        var comparison = new Comparison();
        Verdict verdict = validator.validate(code.getBytes(UTF_8), List.of(comparison));
        if (verdict.findings().stream().anyMatch(DryRun::isNoAnswer)) {
            throw new IllegalStateException("A module could not be judged: " + verdict.findings());
        }
        return Optional.ofNullable(comparison.compared)
                .filter(compared -> !compared.now().equals(compared.then()))
                .map(compared -> effect(verdict, compared));
    }

    private static Effect effect(Verdict verdict, Compared compared) {
        boolean otherwisePasses = verdict.findings().stream()
                .noneMatch(finding ->
                        finding.layer() != Layer.CUSTOM && finding.severity().blocks());
        return new Effect(
                otherwisePasses && pass(compared.now()),
                otherwisePasses && pass(compared.then()),
                without(compared.then(), compared.now()),
                without(compared.now(), compared.then()));
    }

    private static boolean isNoAnswer(Finding finding) {
        return finding.rule().equals("check-failed") || finding.rule().equals("check-late");
    }

    private static boolean pass(List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.severity().blocks());
    }

    private static List<Finding> without(List<Finding> findings, List<Finding> others) {
        return findings.stream()
                .filter(finding -> !others.contains(finding))
                .sorted()
                .toList();
    }

    private record Compared(List<Finding> now, List<Finding> then) {}

    /** Takes the place of the check, so that one scan answers for both sets of rules. */
    private final class Comparison implements Check {

        private volatile @Nullable Compared compared;

        @Override
        public String name() {
            return CustomRulesCheck.NAME;
        }

        @Override
        public Layer layer() {
            return Layer.CUSTOM;
        }

        @Override
        public Optional<List<Finding>> examine(Submission submission) {
            if (!(submission.syntax() instanceof ParseResult.Parsed parsed)) {
                return Optional.empty();
            }
            List<Finding> before = CustomRulesCheck.findings(now.rules(), parsed, Origin.GENERATED);
            compared = new Compared(before, CustomRulesCheck.findings(then.rules(), parsed, Origin.GENERATED));
            return Optional.of(before);
        }
    }
}
