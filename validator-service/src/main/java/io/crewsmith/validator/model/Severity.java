package io.crewsmith.validator.model;

/** How bad a finding is, worst first. */
public enum Severity {
    /** Runs foreign code, reaches a blacklisted module, or a check that could not answer. */
    CRITICAL,
    /** Not allowed in an agent module. */
    ERROR,
    /** A reviewer should look. */
    WARNING,
    /** Good to know. */
    INFO;

    /** Whether one such finding fails the verdict. */
    public boolean blocks() {
        return this == CRITICAL || this == ERROR;
    }
}
