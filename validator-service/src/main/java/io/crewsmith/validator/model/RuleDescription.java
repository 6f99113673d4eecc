package io.crewsmith.validator.model;

import java.util.regex.Pattern;

/**
 * What people need to know about a rule; its page, the report of a scan and the list of rules are made from it.
 *
 * @param id kebab case, never changed once released
 * @param layer where its findings are counted
 * @param severity of its findings
 * @param confidence of its findings
 * @param cwe the weakness in MITRE's list, for example {@code CWE-95}
 * @param title what is found, in a few words
 * @param danger why it is dangerous, one paragraph
 * @param remedy what to do instead, one paragraph
 */
public record RuleDescription(
        String id,
        Layer layer,
        Severity severity,
        Confidence confidence,
        String cwe,
        String title,
        String danger,
        String remedy) {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern CWE = Pattern.compile("CWE-[1-9][0-9]*");

    public RuleDescription {
        if (!ID.matcher(id).matches() || !CWE.matcher(cwe).matches()) {
            throw new IllegalArgumentException("rule %s: the id is kebab case, the CWE CWE-<number>".formatted(id));
        }
        if (title.isBlank() || danger.isBlank() || remedy.isBlank()) {
            throw new IllegalArgumentException("rule %s needs a title, a danger and a remedy".formatted(id));
        }
    }

    /** What such a finding says at a place. */
    public Finding at(int line, int column, String message) {
        return new Finding(id, severity, confidence, cwe, layer, null, line, column, message);
    }
}
