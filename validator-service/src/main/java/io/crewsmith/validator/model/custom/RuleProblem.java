package io.crewsmith.validator.model.custom;

import java.util.Comparator;

/**
 * One thing wrong with a rule's text.
 *
 * @param pointer JSON Pointer (RFC 6901) into the rule; empty for the whole
 * @param code stable id of what was broken
 * @param line 1-based line of the text
 * @param message what is wrong and what to do
 */
public record RuleProblem(String pointer, String code, int line, String message) implements Comparable<RuleProblem> {

    private static final Comparator<RuleProblem> ORDER =
            Comparator.comparingInt(RuleProblem::line).thenComparing(RuleProblem::pointer);

    /** By line and pointer. */
    @Override
    public int compareTo(RuleProblem other) {
        return ORDER.compare(this, other);
    }

    /** The problem with its line, for readers who have the text before them. */
    public String sentence() {
        return "line %d: %s".formatted(line, message);
    }
}
