package io.crewsmith.catalogue;

/** Either a configuration, or everything that keeps the values from being one. */
public sealed interface ValidationResult permits Valid, Invalid {}
