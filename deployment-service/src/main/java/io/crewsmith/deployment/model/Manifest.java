package io.crewsmith.deployment.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is active for one agent or crew.
 *
 * @param eventId the event that made it so
 * @param ownerId id of the agent or crew
 * @param key its key
 * @param activeRunId the run whose code is active
 * @param previousRunId the run whose code was active before; null for the first
 * @param path path of the module in the deployment folder
 * @param digest SHA-256 of the module
 * @param mergedAt when that was decided
 */
public record Manifest(
        String eventId,
        String ownerId,
        String key,
        String activeRunId,
        @Nullable String previousRunId,
        String path,
        String digest,
        Instant mergedAt) {

    /** Read from a file, so nothing is taken for granted. */
    public Manifest {
        requireNonNull(eventId, "eventId");
        requireNonNull(ownerId, "ownerId");
        requireNonNull(key, "key");
        requireNonNull(activeRunId, "activeRunId");
        requireNonNull(path, "path");
        requireNonNull(digest, "digest");
        requireNonNull(mergedAt, "mergedAt");
    }

    /** The manifest once the release is active. */
    public static Manifest after(Release release, @Nullable Manifest before) {
        return new Manifest(
                release.eventId(),
                release.owner().id(),
                release.owner().key(),
                release.codeRunId(),
                before == null ? null : before.activeRunId(),
                release.module().path(),
                release.module().digest(),
                release.mergedAt());
    }
}
