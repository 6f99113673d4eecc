package io.crewsmith.catalogue;

import java.util.Locale;

/** What can be configured. */
public enum Kind {
    AGENT,
    CREW,
    TASK;

    /** As a person says it: agent, crew, task. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The parameter that holds its key. */
    public String keyParameter() {
        return word() + "_key";
    }
}
