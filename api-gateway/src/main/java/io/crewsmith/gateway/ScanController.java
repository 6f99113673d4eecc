package io.crewsmith.gateway;

import io.crewsmith.events.v1.Envelope;
import io.crewsmith.events.v1.ScanRequested;
import io.crewsmith.gateway.ledger.ScanQueries;
import io.crewsmith.platform.events.Envelopes;
import java.security.Principal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports of scans: of a run, and of code that somebody gives. JSON by default, SARIF 2.1.0 where it is asked for. */
@RestController
class ScanController {

    /** What given code is called in its report. */
    private static final String GIVEN = "code.py";

    private final DraftLane drafts;
    private final ScanQueries ledger;
    private final ScanReports reports;
    private final JsonMapper json;
    private final Clock clock;

    ScanController(DraftLane drafts, ScanQueries ledger, ScanReports reports, JsonMapper json, Clock clock) {
        this.drafts = drafts;
        this.ledger = ledger;
        this.reports = reports;
        this.json = json;
        this.clock = clock;
    }

    /** Code that somebody wants judged. */
    record CodeToScan(String code) {}

    /** Judges given code. Nothing is stored. */
    @PostMapping(
            path = "/api/code-scans",
            produces = {MediaType.APPLICATION_JSON_VALUE, ScanReports.SARIF})
    Mono<ResponseEntity<Object>> scan(@RequestBody CodeToScan body, Principal caller, ServerHttpRequest request) {
        String code = body.code();
        if (code == null) {
            throw RefusedRequest.invalid("/code", "code is missing; send the Python source as a string.");
        }
        Texts.requireCharacters("/code", code);
        return drafts.scanned(new ScanRequested(envelope(caller), code))
                .flatMap(scanned -> reports.answer(
                        request, json.readTree(scanned.getVerdict().toString()), Map.of(GIVEN, code)));
    }

    /** The scan of a run, with all its files. */
    @GetMapping(
            path = "/api/code-deployments/{deploymentId}/scan",
            produces = {MediaType.APPLICATION_JSON_VALUE, ScanReports.SARIF})
    Mono<ResponseEntity<Object>> read(@PathVariable UUID deploymentId, ServerHttpRequest request) {
        return ledger.scanOf(deploymentId)
                .switchIfEmpty(Mono.error(() -> new RefusedRequest(
                        ProblemType.NOT_FOUND, "Deployment %s has no scan (yet).".formatted(deploymentId))))
                .map(json::readTree)
                .flatMap(scan -> reports.answer(request, scan.path("verdict"), files(scan.path("candidate"))));
    }

    private static Map<String, String> files(JsonNode candidate) {
        var files = new LinkedHashMap<String, String>();
        candidate
                .path("files")
                .forEach(file -> files.put(
                        file.path("path").asString(), file.path("content").asString()));
        return files;
    }

    private Envelope envelope(Principal caller) {
        var id = Envelopes.newId();
        return Envelopes.first(id, id, id, caller.getName(), clock.instant());
    }
}
