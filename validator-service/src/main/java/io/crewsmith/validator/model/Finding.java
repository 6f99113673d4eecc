package io.crewsmith.validator.model;

import io.crewsmith.python.Node;
import io.crewsmith.python.Position;
import java.util.Comparator;

/**
 * One thing found in the code.
 *
 * @param rule stable id
 * @param line counted from 1; 0 where it is about the whole file
 * @param column counted from 1; 0 where it is about the whole line
 * @param message what was found, and what to do about it
 */
public record Finding(String rule, Severity severity, Layer layer, int line, int column, String message) {

    static final Comparator<Finding> ORDER = Comparator.comparingInt(Finding::line)
            .thenComparingInt(Finding::column)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::message);

    private static final int MAX_MESSAGE = 500;

    public Finding {
        message = message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "…";
    }

    static Finding at(Node node, String rule, Severity severity, Layer layer, String message) {
        Position at = node.at();
        return new Finding(rule, severity, layer, at.line(), at.column(), message);
    }

    static Finding ofFile(String rule, Severity severity, Layer layer, String message) {
        return new Finding(rule, severity, layer, 0, 0, message);
    }
}
