package io.crewsmith.validator.model;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with the code.
 *
 * @param rule the rule's stable id
 * @param confidence how sure the rule is
 * @param cwe the weakness in MITRE's list, for example {@code CWE-95}; null where the rule names none
 * @param path the file of the run that it is in; null where only one file was scanned
 * @param line 1-based
 * @param column 1-based, in characters
 * @param message names the target and says what to do
 */
public record Finding(
        String rule,
        Severity severity,
        Confidence confidence,
        @Nullable String cwe,
        Layer layer,
        @Nullable String path,
        int line,
        int column,
        String message)
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

    /** A finding that is sure, in the one file that was scanned. */
    public Finding(String rule, Severity severity, Layer layer, int line, int column, String message) {
        this(rule, severity, Confidence.HIGH, null, layer, null, line, column, message);
    }

    /** The same in this file of the run. */
    Finding in(String file) {
        return new Finding(rule, severity, confidence, cwe, layer, file, line, column, message);
    }

    /** The same, counted under another layer. */
    Finding of(Layer other) {
        return new Finding(rule, severity, confidence, cwe, other, path, line, column, message);
    }

    /** By line, column, rule, message. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
