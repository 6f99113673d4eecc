package io.crewsmith.validator.model;

import java.util.List;

/** Rules under a common name: a program was checked by all of them or was not checked. */
public record Check(String name, List<Rule> rules) {

    public Check {
        rules = List.copyOf(rules);
    }

    public List<Finding> check(Program program) {
        return rules.stream().flatMap(rule -> rule.judge(program)).toList();
    }
}
