package io.crewsmith.gateway;

import io.crewsmith.gateway.ledger.ScanQueries;
import io.crewsmith.gateway.model.TrailEntry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** What was critical in the code of a run: for the security team. */
@RestController
class IncidentController {

    private final ScanQueries ledger;
    private final JsonMapper json;

    IncidentController(ScanQueries ledger, JsonMapper json) {
        this.ledger = ledger;
        this.json = json;
    }

    /**
     * One incident.
     *
     * @param rules ids of the rules that were broken
     * @param author who last changed the configuration; empty in incidents from before it was said
     * @param requestedBy who asked for the code; likewise
     * @param issues the critical findings, at most 20
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Incident(
            UUID incidentId,
            UUID deploymentId,
            String agentKey,
            String severity,
            List<String> rules,
            String summary,
            String author,
            String requestedBy,
            Instant occurredAt,
            List<ScanBody.Issue> issues) {}

    /** Incidents, the newest first. */
    @GetMapping("/api/incidents")
    Mono<Page<Incident>> list(
            @RequestParam(required = false) @Nullable Long cursor, @RequestParam(defaultValue = "50") int limit) {
        int size = Page.size(limit);
        return ledger.incidents(cursor == null ? Long.MAX_VALUE : cursor, size)
                .collectList()
                .map(found -> Page.of(found, size, entry -> Long.toString(entry.position()))
                        .map(this::incident));
    }

    private Incident incident(TrailEntry entry) {
        JsonNode event = json.readTree(entry.event());
        return new Incident(
                entry.eventId(),
                entry.runId(),
                event.path("agentKey").asString(),
                event.path("severity").asString("CRITICAL"),
                event.path("rules").valueStream().map(JsonNode::asString).toList(),
                event.path("summary").asString(),
                event.path("author").asString(""),
                event.path("requestedBy").asString(""),
                entry.occurredAt(),
                event.path("findings").valueStream().map(ScanBody.Issue::of).toList());
    }
}
