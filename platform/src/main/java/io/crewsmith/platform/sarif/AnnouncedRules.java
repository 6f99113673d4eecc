package io.crewsmith.platform.sarif;

import java.util.List;
import java.util.Optional;

/**
 * What a validator said of its rules.
 *
 * @param policyVersion version of the rules; empty where no validator has announced any
 * @param rules by their ids
 */
public record AnnouncedRules(String policyVersion, List<AnnouncedRule> rules) {

    /** Where no validator has started yet. */
    public static final AnnouncedRules NONE = new AnnouncedRules("", List.of());

    public AnnouncedRules {
        rules = List.copyOf(rules);
    }

    public Optional<AnnouncedRule> rule(String id) {
        return rules.stream().filter(rule -> rule.rule().equals(id)).findFirst();
    }

    /**
     * One rule.
     *
     * @param rule its id
     * @param cwe the weakness in MITRE's list
     * @param bad code that it finds, one breach each
     * @param good code that it lets pass; blank where there is none
     */
    public record AnnouncedRule(
            String rule,
            String layer,
            String severity,
            String confidence,
            String cwe,
            String title,
            String danger,
            String remedy,
            List<String> bad,
            String good) {

        public AnnouncedRule {
            bad = List.copyOf(bad);
        }
    }
}
