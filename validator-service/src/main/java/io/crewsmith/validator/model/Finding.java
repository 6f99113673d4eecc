package io.crewsmith.validator.model;

import java.util.Comparator;

/**
 * One thing wrong with the code.
 *
 * @param rule the rule's stable id
 * @param line 1-based
 * @param column 1-based, in characters
 * @param message names the target and says what to do
 */
public record Finding(String rule, Severity severity, Layer layer, int line, int column, String message)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparingInt(Finding::line)
            .thenComparingInt(Finding::column)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::message);

    public Finding {
        if (rule.isBlank() || message.isBlank() || line < 1 || column < 1) {
            throw new IllegalArgumentException("a finding needs a rule, a message and a place counted from 1");
        }
    }

    /** The same, saying in which file it is. */
    Finding in(String path) {
        return new Finding(rule, severity, layer, line, column, "%s: %s".formatted(path, message));
    }

    /** By line, column, rule, message. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
