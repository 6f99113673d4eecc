package io.crewsmith.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.events.v1.CandidateKind;
import io.crewsmith.events.v1.DraftScanned;
import io.crewsmith.events.v1.Envelope;
import io.crewsmith.events.v1.PreviewRequested;
import io.crewsmith.platform.events.Envelopes;
import java.security.Principal;
import java.time.Clock;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Previews of agents and crews. Nothing is stored. */
@RestController
class DraftController {

    private final DraftLane drafts;
    private final ConfigurationBodies bodies;
    private final CrewPreviews crews;
    private final JsonMapper json;
    private final Clock clock;

    DraftController(DraftLane drafts, ConfigurationBodies bodies, CrewPreviews crews, JsonMapper json, Clock clock) {
        this.drafts = drafts;
        this.bodies = bodies;
        this.crews = crews;
        this.json = json;
        this.clock = clock;
    }

    /** What a preview answers. */
    record Preview(
            @JsonProperty("generated_code") String generatedCode,
            @JsonUnwrapped ScanBody scan,
            JsonNode warnings) {}

    @PostMapping("/api/agents/preview")
    Mono<Preview> previewAgent(@RequestBody byte[] body, Principal caller) {
        String configuration = bodies.read(Kind.AGENT, body).canonicalConfiguration();
        return preview(new PreviewRequested(envelope(caller), CandidateKind.AGENT, configuration));
    }

    /** The crew as it is sent, with the agents and tasks that are stored. */
    @PostMapping("/api/crews/preview")
    Mono<Preview> previewCrew(@RequestBody byte[] body, Principal caller) {
        return crews.snapshot(bodies.read(Kind.CREW, body).configuration())
                .flatMap(snapshot -> preview(new PreviewRequested(envelope(caller), CandidateKind.CREW, snapshot)));
    }

    private Mono<Preview> preview(PreviewRequested request) {
        return drafts.scanned(request).map(scanned -> new Preview(scanned.getCode(), scan(scanned), warnings(scanned)));
    }

    private ScanBody scan(DraftScanned scanned) {
        return ScanBody.of(json.readTree(scanned.getVerdict().toString()));
    }

    private JsonNode warnings(DraftScanned scanned) {
        return json.readTree(scanned.getWarnings().toString());
    }

    private Envelope envelope(Principal caller) {
        var id = Envelopes.newId();
        return Envelopes.first(id, id, id, caller.getName(), clock.instant());
    }
}
