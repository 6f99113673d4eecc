package io.crewsmith.gateway;

import io.crewsmith.platform.sarif.SarifReport;
import java.net.URI;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.MimeTypeUtils;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Answers with a verdict in the form that was asked for: JSON, or SARIF where only that is accepted. */
@Component
class ScanReports {

    /** RFC 6839 suffix, registered with IANA by OASIS. */
    static final String SARIF = "application/sarif+json";

    private static final MediaType SARIF_TYPE = MediaType.parseMediaType(SARIF);

    private final RuleBook rules;

    ScanReports(RuleBook rules) {
        this.rules = rules;
    }

    /**
     * @param verdict its JSON
     * @param files texts by path, the module first
     */
    Mono<ResponseEntity<Object>> answer(ServerHttpRequest request, JsonNode verdict, Map<String, String> files) {
        if (!wantsSarif(request)) {
            return Mono.just(
                    ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(ScanReport.of(verdict)));
        }
        URI door = request.getURI().resolve("/");
        return rules.of(verdict.path("policyVersion").asString())
                .map(announced -> ResponseEntity.ok()
                        .contentType(SARIF_TYPE)
                        .body(SarifReport.of(announced, verdict, files, door)));
    }

    private static boolean wantsSarif(ServerHttpRequest request) {
        var accepted = request.getHeaders().getAccept();
        MimeTypeUtils.sortBySpecificity(accepted);
        return accepted.stream()
                .filter(type -> type.includes(SARIF_TYPE) || type.includes(MediaType.APPLICATION_JSON))
                .findFirst()
                .filter(type -> !type.includes(MediaType.APPLICATION_JSON))
                .isPresent();
    }
}
