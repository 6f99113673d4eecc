package io.crewsmith.validator;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.CodeGenerated;
import io.crewsmith.events.v1.DraftFailed;
import io.crewsmith.events.v1.DraftRendered;
import io.crewsmith.events.v1.DraftScanned;
import io.crewsmith.events.v1.Envelope;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.events.v1.SecurityIncident;
import io.crewsmith.events.v1.SourceFile;
import io.crewsmith.events.v1.Template;
import io.crewsmith.platform.ServiceApplication;
import io.crewsmith.platform.events.Digests;
import io.crewsmith.platform.events.Envelopes;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.TestServices;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValidatorServiceTests {

    private ConfigurableApplicationContext service;
    private EventPublisher publisher;

    @BeforeAll
    void start() {
        service = ServiceApplication.of(
                        ValidatorServiceApplication.class,
                        Map.of("server.port", 0, "spring.kafka.bootstrap-servers", TestServices.bootstrapServers()))
                .run();
        publisher = service.getBean(EventPublisher.class);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void judgesACandidateAndCarriesItOn() {
        CodeGenerated code = new CodeGenerated(envelope(), candidate("x = 1\n"));

        publisher.publish(Topics.CODE, code);

        var scan = (ScanCompleted) answer(Topics.SCANS, code.getEnvelope());
        assertThat(scan.getCandidate()).isEqualTo(code.getCandidate());
        assertThat(scan.getVerdict().getPassed()).isTrue();
        assertThat(scan.getVerdict().getScannedDigest())
                .isEqualTo(code.getCandidate().getCodeDigest());
        assertThat(scan.getVerdict().getChecks()).contains("bytes", "syntax", "imports");
        assertThat(scan.getEnvelope().getCausationId())
                .isEqualTo(code.getEnvelope().getEventId());
    }

    @Test
    void tellsTheSecurityTeamOfCriticalFindings() {
        CodeGenerated code = new CodeGenerated(envelope(), candidate("import os\n"));

        publisher.publish(Topics.CODE, code);

        var incident = (SecurityIncident) answer(Topics.INCIDENTS, code.getEnvelope());
        assertThat(incident.getRules()).containsExactly("blacklisted-import");
        assertThat(incident.getSummary()).startsWith("Line 1: Import of 'os'");
        var scan = (ScanCompleted) answer(Topics.SCANS, code.getEnvelope());
        assertThat(scan.getVerdict().getPassed()).isFalse();
        assertThat(service.getBean(MeterRegistry.class)
                        .get("crewsmith.scans")
                        .tag("verdict", "failed")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void judgesDrafts() {
        DraftRendered draft = new DraftRendered(envelope(), null, "eval('1')\n", List.of());

        publisher.publish(Topics.DRAFT_CODE, draft);

        var scanned = (DraftScanned) answer(Topics.DRAFT_SCANS, draft.getEnvelope());
        assertThat(scanned.getCode()).isEqualTo("eval('1')\n");
        assertThat(scanned.getVerdict().getPassed()).isFalse();
        assertThat(scanned.getVerdict().getScannedDigest()).isEqualTo(Digests.sha256("eval('1')\n"));
    }

    @Test
    void handsOnWhatCouldNotBeRendered() {
        DraftFailed failed = new DraftFailed(envelope(), "role is missing; add one");

        publisher.publish(Topics.DRAFT_CODE, failed);

        var answer = (DraftFailed) answer(Topics.DRAFT_SCANS, failed.getEnvelope());
        assertThat(answer.getReason()).isEqualTo("role is missing; add one");
        assertThat(answer.getEnvelope().getCausationId())
                .isEqualTo(failed.getEnvelope().getEventId());
    }

    private static Object answer(String topic, Envelope cause) {
        return TopicReader.await(topic, cause.getRunId()).getFirst();
    }

    private static Envelope envelope() {
        return Envelopes.first(
                Envelopes.newId(), Envelopes.newId(), Envelopes.newId(), "ann", Instant.parse("2026-11-23T10:00:00Z"));
    }

    private static Candidate candidate(String code) {
        SourceFile module = new SourceFile("app/agents/analyst.py", code, Digests.sha256(code));
        return new Candidate(
                "analyst",
                1,
                "ann",
                "bob",
                "{}",
                Digests.sha256("{}"),
                List.of(module, new SourceFile("requirements.txt", "crewai\n", Digests.sha256("crewai\n"))),
                Digests.sha256(module.getDigest()),
                new Template("agent", "1.0.0", Digests.sha256("template")),
                List.of(),
                new GenerationRequest(false, false));
    }
}
