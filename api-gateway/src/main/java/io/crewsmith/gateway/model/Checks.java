package io.crewsmith.gateway.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the checks of continuous integration are to a run.
 *
 * @param required whether they must pass before it is merged
 * @param result how they went last: pending, passed or failed; null where nobody has said
 * @param details which of them failed, or where to look
 * @param reportedAt when that was heard
 */
public record Checks(
        boolean required,
        @Nullable String result,
        @Nullable String details,
        @Nullable Instant reportedAt) {}
