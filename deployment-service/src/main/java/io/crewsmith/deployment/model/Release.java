package io.crewsmith.deployment.model;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Merged code that is to become active.
 *
 * @param eventId the event that asks for it; a repeat has the same
 * @param owner the agent or crew whose code it is
 * @param codeRunId the run whose code it is
 * @param files the module first
 * @param needs paths of modules that it imports, which must be active
 * @param mergedAt when it was decided; of two releases the later one wins
 */
public record Release(
        String eventId, Owner owner, String codeRunId, List<ReleasedFile> files, List<String> needs, Instant mergedAt) {

    private static final Pattern RUN = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public Release {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("A release without a file");
        }
        files = List.copyOf(files);
        needs = List.copyOf(needs);
    }

    /** Whether key and run can be names of files, and the module is that of the key. */
    boolean isWellNamed() {
        return owner.hasKey()
                && RUN.matcher(codeRunId).matches()
                && module().path().equals(owner.module());
    }

    /** The module that others import. */
    public ReleasedFile module() {
        return files.getFirst();
    }
}
