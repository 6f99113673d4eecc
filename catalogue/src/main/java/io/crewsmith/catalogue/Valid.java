package io.crewsmith.catalogue;

/** The values are a configuration. */
public record Valid(Configuration configuration) implements ValidationResult {}
