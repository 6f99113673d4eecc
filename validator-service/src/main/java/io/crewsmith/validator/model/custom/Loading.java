package io.crewsmith.validator.model.custom;

import java.util.List;

/** What became of a rule's text: a rule that behaves as its examples say, or everything that is wrong with it. */
public sealed interface Loading {

    /** The rule may be used. */
    record Accepted(CustomRule rule) implements Loading {}

    /** The text is no rule; the problems are in the order of its lines. */
    record Refused(List<RuleProblem> problems) implements Loading {
        public Refused {
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a refused rule needs a problem");
            }
            problems = problems.stream().sorted().toList();
        }
    }
}
