package io.crewsmith.catalogue;

/** Rules for texts that need more than a pattern. */
public enum Format {
    NONE,
    AGENT_KEY,
    HTTPS_URL,
    TOOL,
    UUID
}
