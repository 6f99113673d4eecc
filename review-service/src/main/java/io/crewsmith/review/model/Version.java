package io.crewsmith.review.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of an agent or a crew, as far as its risk depends on it.
 *
 * @param configuration as in JSON: maps, lists and plain values
 * @param shape of its code; null where it could not be read
 * @param template name and version of what rendered it
 * @param warnings how many findings its scan let pass
 */
public record Version(
        Map<String, @Nullable Object> configuration,
        @Nullable CodeShape shape,
        String template,
        long warnings) {}
