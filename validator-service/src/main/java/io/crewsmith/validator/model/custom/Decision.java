package io.crewsmith.validator.model.custom;

import java.util.List;

/** What becomes of a wish to change the rules. */
public sealed interface Decision {

    /** The rule is in force from this revision on. */
    record Save(CustomRule rule, int revision) implements Decision {}

    /** The rule is out of force; the deletion counts as a revision. */
    record Delete(int revision) implements Decision {}

    /** Nothing changes. */
    record Refuse(Ground ground, List<RuleProblem> problems) implements Decision {
        public Refuse {
            problems = List.copyOf(problems);
        }
    }

    /** Why nothing changes. */
    enum Ground {
        /** The text is no rule. */
        INVALID,
        /** The id is taken. */
        CONFLICT,
        /** There is no such rule. */
        NOT_FOUND,
        /** Somebody else changed it since it was read. */
        STALE
    }
}
