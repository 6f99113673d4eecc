package io.crewsmith.deployment.model;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

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

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern RUN = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public Release {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("A release without a file");
        }
        files = List.copyOf(files);
    }

    /** Whether key and run can be names of files, and the module is that of the key. */
    boolean isWellNamed() {
        return KEY.matcher(agentKey).matches()
                && RUN.matcher(codeRunId).matches()
                && module().path().equals("app/agents/%s.py".formatted(agentKey.replace('-', '_')));
    }

    /** The module that others import. */
    public ReleasedFile module() {
        return files.getFirst();
    }
}
