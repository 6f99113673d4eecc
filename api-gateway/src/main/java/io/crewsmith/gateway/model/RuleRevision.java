package io.crewsmith.gateway.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a custom rule; without title, severity and text it is the rule's deletion.
 *
 * @param text the rule as it was sent: YAML
 */
public record RuleRevision(
        String rule,
        int revision,
        String author,
        Instant savedAt,
        @Nullable String title,
        @Nullable String severity,
        @Nullable String text) {}
