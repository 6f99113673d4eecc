package io.crewsmith.catalogue;

/** Rules for texts that need more than a pattern. */
public enum Format {
    NONE,
    KEY,
    HTTPS_URL,
    TOOL,
    GUARDRAIL,
    UUID
}
