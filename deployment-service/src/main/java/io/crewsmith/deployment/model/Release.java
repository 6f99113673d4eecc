package io.crewsmith.deployment.model;

import java.time.Instant;
import java.util.List;

/**
 * Merged code that is to become active.
 *
 * @param eventId the event that asks for it; a repeat has the same
 * @param agentKey kebab-case key of the agent
 * @param codeRunId the run whose code it is
 * @param files the module first
 * @param mergedAt when it was decided; of two releases the later one wins
 */
public record Release(String eventId, String agentKey, String codeRunId, List<ReleasedFile> files, Instant mergedAt) {

    public Release {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("A release without a file");
        }
        files = List.copyOf(files);
    }

    /** The module that others import. */
    public ReleasedFile module() {
        return files.getFirst();
    }
}
