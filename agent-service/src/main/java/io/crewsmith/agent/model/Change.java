package io.crewsmith.agent.model;

import io.crewsmith.catalogue.Kind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A valid configuration that somebody wants stored.
 *
 * @param expectation what the author believes to be there
 * @param expectedRevision the revision that the author saw; null: whatever it is
 * @param configuration canonical JSON
 * @param digest SHA-256 of that text
 */
public record Change(
        Kind kind,
        UUID id,
        String key,
        Expectation expectation,
        @Nullable Integer expectedRevision,
        String configuration,
        String digest) {

    /** What the author believes to be there. */
    public enum Expectation {
        /** It is new. */
        NEW,
        /** It exists. */
        EXISTING,
        /** Either. */
        ANY
    }
}
