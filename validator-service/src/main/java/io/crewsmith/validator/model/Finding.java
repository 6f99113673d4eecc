package io.crewsmith.validator.model;

public record Finding(String rule, Severity severity, Layer layer, int line, int column, String message) {}
