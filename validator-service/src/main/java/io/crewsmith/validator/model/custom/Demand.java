package io.crewsmith.validator.model.custom;

/** What a rule wants of its patterns. */
public enum Demand {
    /** None of them may be in a module. */
    FORBID,
    /** Each of them must be in a module. */
    REQUIRE
}
