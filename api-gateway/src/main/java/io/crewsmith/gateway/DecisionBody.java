package io.crewsmith.gateway;

import io.crewsmith.gateway.model.TrailEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** A decision of a reviewer, or what made those before it void. */
@JsonNaming(SnakeCaseStrategy.class)
record DecisionBody(
        String reviewer, String decision, @Nullable String comments, JsonNode lineComments, Instant decidedAt) {

    static DecisionBody of(TrailEntry entry, JsonMapper json) {
        JsonNode event = json.readTree(entry.event());
        return new DecisionBody(
                entry.actor(),
                decision(entry.type()),
                event.path("comments").asString(event.path("reason").asString(null)),
                event.path("lineComments").isArray() ? event.path("lineComments") : json.createArrayNode(),
                entry.occurredAt());
    }

    private static String decision(String type) {
        return switch (type) {
            case "ReviewApproved", "ApprovalGiven" -> "approved";
            case "ReviewRejected" -> "rejected";
            case "ChangesRequested" -> "needs_changes";
            case "ReviewVoided" -> "voided";
            default -> throw new IllegalArgumentException("No decision: " + type);
        };
    }
}
