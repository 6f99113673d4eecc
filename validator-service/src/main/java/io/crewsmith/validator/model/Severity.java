package io.crewsmith.validator.model;

/** How bad a finding is. The first two fail the scan. */
public enum Severity {
    CRITICAL,
    ERROR,
    WARNING,
    INFO;

    boolean failsScan() {
        return this == CRITICAL || this == ERROR;
    }
}
