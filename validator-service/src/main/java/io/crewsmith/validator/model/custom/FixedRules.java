package io.crewsmith.validator.model.custom;

import java.util.List;

/**
 * Rules that came with the service and change only with it.
 *
 * @param version names their texts; empty where there are none
 */
public record FixedRules(String version, List<CustomRule> rules) {

    /** No such rules. */
    public static final FixedRules NONE = new FixedRules("", List.of());

    public FixedRules {
        rules = List.copyOf(rules);
    }

    boolean has(String id) {
        return rules.stream().anyMatch(rule -> rule.id().equals(id));
    }
}
