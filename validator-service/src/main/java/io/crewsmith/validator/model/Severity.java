package io.crewsmith.validator.model;

public enum Severity {
    CRITICAL,
    ERROR,
    WARNING,
    INFO
}
