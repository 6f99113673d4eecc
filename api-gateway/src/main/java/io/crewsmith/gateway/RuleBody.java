package io.crewsmith.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.crewsmith.gateway.model.RuleRevision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A custom rule as the door shows it, or a revision of one.
 *
 * @param deleted whether this revision took the rule out of force; it has no title, severity and text then
 * @param yaml the rule as it was sent
 */
record RuleBody(
        String id,
        int revision,
        boolean deleted,
        @Nullable String title,
        @Nullable String severity,
        @JsonProperty("updated_by") String updatedBy,
        @JsonProperty("updated_at") Instant updatedAt,
        @Nullable String yaml) {

    static RuleBody of(RuleRevision revision) {
        return new RuleBody(
                revision.rule(),
                revision.revision(),
                revision.text() == null,
                revision.title(),
                revision.severity(),
                revision.author(),
                revision.savedAt(),
                revision.text());
    }
}
