package io.crewsmith.gateway;

import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.DraftScanned;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.events.v1.ScanRequested;
import io.crewsmith.events.v1.SecurityIncident;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules and reports of scans at the door; the test plays the validator. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScanReportServiceTests {

    private static final EventCodec CODEC = new EventCodec();
    private static final String JSON = "application/json";
    private static final String SARIF = "application/sarif+json";
    private final RunningGateway gateway = new RunningGateway();

    @BeforeAll
    void announce() {
        publish(
                Topics.SCANS,
                ScanSamples.rules("2026.1", "An older title"),
                ScanSamples.rules("2026.2", "A name with two underscores"));
        gateway.awaited("/api/rules/dunder-access", JSON);
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void theNewestRulesAreListedAndReadOneByOne() {
        JsonNode list = json(gateway.get("/api/rules", JSON));
        JsonNode rule = json(gateway.get("/api/rules/dunder-access", JSON));

        assertThat(list.path("policy_version").asString()).isEqualTo("2026.2");
        assertThat(list.at("/items/0")).isEqualTo(rule);
        assertThat(rule.path("title").asString()).isEqualTo("A name with two underscores");
        assertThat(rule.path("cwe").asString()).isEqualTo("CWE-95");
        assertThat(gateway.get("/api/rules/no-such-rule", JSON).body()).contains("GET /api/rules lists");
    }

    @Test
    void theScanOfARunIsReportedAsJsonUnlessSarifIsAskedFor() {
        ScanCompleted scan = ScanSamples.scan("2026.1");
        publish(Topics.SCANS, scan);
        String place =
                "/api/code-deployments/%s/scan".formatted(scan.getEnvelope().getRunId());

        HttpResponse<String> plain = gateway.awaited(place, "*/*");
        HttpResponse<String> sarif = gateway.get(place, SARIF + ", text/html;q=0.1");

        assertThat(plain.headers().firstValue("Content-Type")).hasValue(JSON);
        JsonNode report = json(plain);
        assertThat(report.path("passed").asBoolean()).isFalse();
        assertThat(report.path("policy_version").asString()).isEqualTo("2026.1");
        assertThat(report.path("scanned_digest").asString())
                .isEqualTo(scan.getCandidate().getCodeDigest());
        assertThat(report.path("checks").toString()).isEqualTo("[\"syntax\",\"allow-list\"]");
        assertThat(report.at("/security_scan/issues/0/path").asString()).isEqualTo(ScanSamples.PATH);
        assertThat(report.at("/security_scan/issues/0/help").asString()).isEqualTo("/api/rules/dunder-access");
        assertThat(report.at("/security_scan/severity_breakdown/CRITICAL").asInt())
                .isEqualTo(1);
        assertThat(sarif.headers().firstValue("Content-Type")).hasValue(SARIF);
        JsonNode run = json(sarif).at("/runs/0");
        assertThat(run.at("/tool/driver/rules/0/shortDescription/text").asString())
                .isEqualTo("An older title.");
        assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo(ScanSamples.PATH);
        assertThat(gateway.get(place, "text/plain").statusCode()).isEqualTo(406);
    }

    @Test
    void aRunThatNobodyScannedHasNoReport() {
        HttpResponse<String> answer =
                gateway.get("/api/code-deployments/%s/scan".formatted(UUID.randomUUID()), SARIF + ", " + JSON);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("has no scan");
    }

    @Test
    void givenCodeIsReportedInBothFormsToo() {
        HttpResponse<String> plain = judged("*/*").join();
        HttpResponse<String> sarif = judged(SARIF).join();

        assertThat(json(plain).at("/security_scan/issues/0/confidence").asString())
                .isEqualTo("HIGH");
        assertThat(json(plain).path("policy_version").asString()).isEqualTo("2026.2");
        JsonNode result = json(sarif).at("/runs/0/results/0");
        assertThat(result.path("ruleId").asString()).isEqualTo("dunder-access");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("code.py");
    }

    @Test
    void codeThatNoTopicCouldCarryIsRefusedAtTheDoor() {
        for (String text : List.of("x".repeat(3_000_000), "\u20ac".repeat(1_000_000))) {
            HttpResponse<String> answer =
                    gateway.post("/api/code-scans", code(text)).join();

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("/problems/too-large");
        }
    }

    @Test
    void incidentsAreListedTheNewestFirstWithTheirRunAndWhoIsBehindThem() {
        SecurityIncident older = ScanSamples.incident();
        SecurityIncident newer = ScanSamples.incident();
        publish(Topics.INCIDENTS, older, newer);
        gateway.awaitedIn("/api/incidents?limit=1", newer.getEnvelope().getEventId());

        JsonNode page = json(gateway.get("/api/incidents?limit=1", JSON));
        JsonNode next = json(
                gateway.get("/api/incidents?cursor=" + page.path("next_cursor").asString(), JSON));

        JsonNode incident = page.at("/items/0");
        assertThat(incident.path("deployment_id").asString())
                .isEqualTo(newer.getEnvelope().getRunId());
        assertThat(incident.path("author").asString()).isEqualTo("mallory");
        assertThat(incident.path("requested_by").asString()).isEqualTo("ann");
        assertThat(incident.path("rules").toString()).isEqualTo("[\"dunder-access\"]");
        assertThat(incident.at("/issues/0/line").asInt()).isEqualTo(1);
        assertThat(next.at("/items/0/incident_id").asString())
                .isEqualTo(older.getEnvelope().getEventId());
    }

    @Test
    void theDescriptionOfTheDoorNamesBothForms() {
        JsonNode paths = json(gateway.get("/v3/api-docs", JSON)).path("paths");

        assertThat(paths.has("/api/rules/{id}")).isTrue();
        for (String place : List.of("/api/code-deployments/{deploymentId}/scan", "/api/code-scans")) {
            JsonNode operation = paths.path(place).valueStream().findFirst().orElseThrow();
            assertThat(operation.at("/responses/200/content").propertyNames()).containsExactlyInAnyOrder(JSON, SARIF);
        }
    }

    private CompletableFuture<HttpResponse<String>> judged(String accept) {
        String code = "x = ().__class__  # %s\n".formatted(UUID.randomUUID());
        var answer = gateway.post("/api/code-scans", code(code), accept);
        var record = await(
                Topics.DRAFTS,
                candidate -> CODEC.decode(candidate.value()) instanceof ScanRequested request
                        && request.getCode().equals(code));
        ScanRequested request = (ScanRequested) CODEC.decode(record.value());
        publish(
                Topics.DRAFT_SCANS,
                new DraftScanned(
                        Samples.sameRun(request.getEnvelope(), "author"),
                        code,
                        List.of(),
                        ScanSamples.verdict("2026.2", "d", null)));
        return answer;
    }

    private static String code(String text) {
        return JsonMapper.shared().createObjectNode().put("code", text).toString();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}
