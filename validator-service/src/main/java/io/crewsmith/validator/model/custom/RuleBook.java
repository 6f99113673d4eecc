package io.crewsmith.validator.model.custom;

import io.crewsmith.validator.model.Check;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules in force at one moment.
 *
 * @param version names this set of rules in verdicts; empty where there never was a rule
 * @param rules by id
 * @param flaws why code cannot be judged by these rules; none where it can
 */
public record RuleBook(String version, List<CustomRule> rules, List<String> flaws) {

    /** No rules, and there never were any. */
    public static final RuleBook EMPTY = new RuleBook("", List.of(), List.of());

    public RuleBook {
        rules = rules.stream().sorted(Comparator.comparing(CustomRule::id)).toList();
        flaws = List.copyOf(flaws);
    }

    /** The check that holds code of this origin against the rules. */
    public Check check(Origin origin) {
        return new CustomRulesCheck(this, origin);
    }

    /** The same without what a module must have: for files that lie beside a module. */
    public RuleBook forbidding() {
        return new RuleBook(
                version,
                rules.stream().filter(rule -> rule.demand() == Demand.FORBID).toList(),
                flaws);
    }

    /** The same with this rule in the place of the one of its id. */
    RuleBook with(CustomRule rule) {
        return new RuleBook(
                version,
                Stream.concat(rules.stream().filter(other -> !other.id().equals(rule.id())), Stream.of(rule))
                        .toList(),
                flaws);
    }
}
