package io.crewsmith.validator.custom;

import io.crewsmith.events.v1.Problem;
import io.crewsmith.events.v1.Rejection;
import io.crewsmith.events.v1.RuleBreach;
import io.crewsmith.events.v1.RuleDeleted;
import io.crewsmith.events.v1.RuleEffect;
import io.crewsmith.events.v1.RuleRejected;
import io.crewsmith.events.v1.RuleSaved;
import io.crewsmith.events.v1.Severity;
import io.crewsmith.platform.events.Digests;
import io.crewsmith.platform.events.Received;
import io.crewsmith.validator.model.Finding;
import io.crewsmith.validator.model.custom.CustomRule;
import io.crewsmith.validator.model.custom.Decision;
import io.crewsmith.validator.model.custom.DryRun;
import io.crewsmith.validator.model.custom.RuleProblem;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Puts rules and decisions about them into the words of the contracts. */
final class RuleEvents {

    private static final int MOST_BREACHES = 20;

    private RuleEvents() {}

    static SpecificRecord answer(Received wish, String rule, Decision decision) {
        return switch (decision) {
            case Decision.Save save -> saved(wish, save.rule(), save.revision());
            case Decision.Delete delete ->
                new RuleDeleted(
                        wish.followedBy(RuleDeleted.class),
                        rule,
                        delete.revision(),
                        wish.envelope().getActor(),
                        wish.envelope().getOccurredAt());
            case Decision.Refuse refuse ->
                new RuleRejected(
                        wish.followedBy(RuleRejected.class),
                        rule,
                        Rejection.valueOf(refuse.ground().name()),
                        refuse.ground() == Decision.Ground.INVALID
                                ? problems(refuse.problems())
                                : refuse.problems().stream()
                                        .map(problem -> problem(problem, problem.message()))
                                        .toList());
        };
    }

    private static RuleSaved saved(Received wish, CustomRule rule, int revision) {
        return new RuleSaved(
                wish.followedBy(RuleSaved.class),
                rule.id(),
                revision,
                rule.title(),
                severity(rule.severity()),
                wish.envelope().getActor(),
                rule.text(),
                Digests.sha256(rule.text()),
                wish.envelope().getOccurredAt());
    }

    /** Problems of a text, each with its line. */
    static List<Problem> problems(List<RuleProblem> problems) {
        return problems.stream()
                .map(problem -> problem(problem, problem.sentence()))
                .toList();
    }

    static RuleEffect effect(String runId, DryRun.Effect effect) {
        return new RuleEffect(
                runId,
                effect.passesNow(),
                effect.wouldPass(),
                effect.added().size(),
                effect.removed().size(),
                breaches(effect.added()),
                breaches(effect.removed()));
    }

    private static List<RuleBreach> breaches(List<Finding> findings) {
        return findings.stream()
                .limit(MOST_BREACHES)
                .map(finding -> new RuleBreach(
                        severity(finding.severity()), finding.line(), finding.column(), finding.message()))
                .toList();
    }

    private static Problem problem(RuleProblem problem, String message) {
        return new Problem(problem.pointer(), problem.code(), message);
    }

    private static Severity severity(io.crewsmith.validator.model.Severity severity) {
        return Severity.valueOf(severity.name());
    }
}
