package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Position;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;

/** One thing that agent modules must not do: one class, one stable id, one severity. */
public interface Rule {

    /** Its id, severity and confidence, and what people need to know about it. */
    RuleDescription description();

    default String id() {
        return description().id();
    }

    default Severity severity() {
        return description().severity();
    }

    /** Which layer's check runs the rule. */
    default Layer layer() {
        return description().layer();
    }

    /** Reports every breach in the module. */
    void inspect(ModuleFacts module, Report report);

    /** Where breaches go. */
    @FunctionalInterface
    interface Report {

        /** Adds a breach; the message names the target and says what to do. */
        void add(Position at, String message);
    }
}
