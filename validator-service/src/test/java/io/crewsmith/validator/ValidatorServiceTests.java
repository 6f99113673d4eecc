package io.crewsmith.validator;

import static io.crewsmith.testsupport.Samples.candidate;
import static io.crewsmith.testsupport.TestTopics.answers;
import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.CodeGenerated;
import io.crewsmith.events.v1.DraftFailed;
import io.crewsmith.events.v1.DraftRendered;
import io.crewsmith.events.v1.DraftScanned;
import io.crewsmith.events.v1.Envelope;
import io.crewsmith.events.v1.Finding;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.RulesAnnounced;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.events.v1.SecurityIncident;
import io.crewsmith.events.v1.Severity;
import io.crewsmith.events.v1.SourceFile;
import io.crewsmith.platform.ServiceApplication;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import io.crewsmith.testsupport.TestServices;
import io.crewsmith.validator.model.RuleCatalogue;
import io.crewsmith.validator.model.Validator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** The service alone, as its own main class runs it, on a real broker and without any database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ValidatorServiceTests {

    private static final EventCodec CODEC = new EventCodec();

    private final ConfigurableApplicationContext service = ServiceApplication.of(
                    ValidatorServiceApplication.class,
                    Map.of("server.port", 0, "spring.kafka.bootstrap-servers", TestServices.bootstrapServers()))
            .run();

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void codeIsJudgedAndCarriedOn() {
        CodeGenerated code = proven();

        publish(Topics.CODE, code);

        ScanCompleted scan = await(Topics.SCANS, ScanCompleted.class, code);
        assertThat(scan.getCandidate()).isEqualTo(code.getCandidate());
        assertThat(scan.getVerdict().getPassed()).isTrue();
        assertThat(scan.getVerdict().getScannedDigest())
                .isEqualTo(code.getCandidate().getCodeDigest());
        assertThat(scan.getVerdict().getChecks())
                .containsExactly("syntax", "allow-list", "literals", "custom-rules", "decode-proof");
    }

    @Test
    void aRepeatIsTheSameEvent() {
        CodeGenerated code = code("x = 2\n");
        CodeGenerated next = new CodeGenerated(
                Samples.envelope(UUID.fromString(code.getEnvelope().getSubject()), "ann"), code.getCandidate());

        publish(Topics.CODE, code, code, next);

        await(Topics.SCANS, ScanCompleted.class, next);
        List<SpecificRecord> answers = answers(Topics.SCANS, code);
        assertThat(answers).hasSize(2);
        assertThat(answers.getFirst()).isEqualTo(answers.getLast());
    }

    @Test
    void whatIsCriticalIsAnIncident() {
        CodeGenerated code = code("import os\n");

        publish(Topics.CODE, code);

        SecurityIncident incident = await(Topics.INCIDENTS, SecurityIncident.class, code);
        assertThat(incident.getAgentKey()).isEqualTo("market-analyst");
        assertThat(incident.getRules()).containsExactlyInAnyOrder("proof-unreadable", "blacklisted-import");
        assertThat(incident.getEnvelope().getRunId())
                .isEqualTo(code.getEnvelope().getRunId());
        assertThat(incident.getEnvelope().getActor()).isEqualTo("ann");
        assertThat(List.of(incident.getAuthor(), incident.getRequestedBy())).containsOnly("ann");
        assertThat(incident.getSeverity()).isEqualTo(Severity.CRITICAL);
        assertThat(incident.getFindings()).extracting(Finding::getPath).containsOnly("app/agents/market_analyst.py");
        assertThat(incident.getSummary())
                .startsWith("app/agents/market_analyst.py, line 1: ")
                .endsWith(" Changed by ann, asked for by ann");
        ScanCompleted scan = await(Topics.SCANS, ScanCompleted.class, code);
        assertThat(scan.getVerdict().getPassed()).isFalse();
        assertThat(scan.getVerdict().getFindings())
                .extracting(Finding::getRule, Finding::getLine)
                .contains(tuple("blacklisted-import", 1));
    }

    @Test
    void theRulesAreAnnouncedWithWhatTheySayOfThemselves() {
        var record = await(Topics.SCANS, candidate -> CODEC.decode(candidate.value()) instanceof RulesAnnounced);
        var announced = (RulesAnnounced) CODEC.decode(record.value());

        assertThat(announced.getPolicyVersion()).isEqualTo(Validator.POLICY_VERSION);
        assertThat(announced.getRules())
                .hasSameSizeAs(RuleCatalogue.all())
                .allSatisfy(rule -> assertThat(rule.getDanger()).isNotBlank());
        assertThat(UUID.fromString(announced.getEnvelope().getEventId()).version())
                .isEqualTo(5);
    }

    @Test
    void everyFileIsJudgedNotOnlyTheFirst() {
        CodeGenerated one = code("x = 4\n");
        Candidate more = Candidate.newBuilder(one.getCandidate())
                .setFiles(List.of(
                        one.getCandidate().getFiles().getFirst(),
                        new SourceFile("app/agents/more.py", "import os\n", Samples.sha256("import os\n"))))
                .build();
        var code = new CodeGenerated(one.getEnvelope(), more);

        publish(Topics.CODE, code);

        var verdict = await(Topics.SCANS, ScanCompleted.class, code).getVerdict();
        assertThat(verdict.getPassed()).isFalse();
        assertThat(verdict.getFindings())
                .extracting(Finding::getPath, Finding::getRule)
                .contains(tuple("app/agents/more.py", "blacklisted-import"));
    }

    @Test
    void theDigestIsOfWhatWasScannedWhateverTheCandidateSays() {
        CodeGenerated one = code("x = 5\n");
        var code = new CodeGenerated(
                one.getEnvelope(),
                Candidate.newBuilder(one.getCandidate())
                        .setFiles(List.of(
                                new SourceFile("app/agents/market_analyst.py", "x = 6\n", Samples.sha256("x = 5\n"))))
                        .build());

        publish(Topics.CODE, code);

        assertThat(await(Topics.SCANS, ScanCompleted.class, code).getVerdict().getScannedDigest())
                .isNotEqualTo(code.getCandidate().getCodeDigest())
                .isEqualTo(Samples.sha256("app/agents/market_analyst.py\0" + Samples.sha256("x = 6\n") + "\n"));
    }

    @Test
    void codeThatSaysAnythingElseThanItsConfigurationIsAnIncident() {
        CodeGenerated one = proven();
        String other = GeneratedCode.MODULE.replace("Size markets.", "Size other markets.");
        var code = new CodeGenerated(one.getEnvelope(), GeneratedCode.candidate(other));

        publish(Topics.CODE, code);

        assertThat(await(Topics.INCIDENTS, SecurityIncident.class, code).getRules())
                .containsExactly("proof-mismatch");
        assertThat(await(Topics.SCANS, ScanCompleted.class, code).getVerdict().getFindings())
                .extracting(Finding::getRule, Finding::getLine, Finding::getMessage)
                .containsExactly(tuple(
                        "proof-mismatch",
                        21,
                        "/goal: \"Size other markets.\" was read, \"Size markets.\" was expected:"
                                + " generate the code anew"));
    }

    @Test
    void aPreviewMustSayItsConfigurationToo() {
        var same = new DraftRendered(envelope(), GeneratedCode.CONFIGURATION, GeneratedCode.MODULE, List.of());
        var other = new DraftRendered(
                envelope(), GeneratedCode.CONFIGURATION, GeneratedCode.MODULE + "# more\n", List.of());

        publish(Topics.DRAFT_CODE, same, other);

        assertThat(await(Topics.DRAFT_SCANS, DraftScanned.class, same)
                        .getVerdict()
                        .getPassed())
                .isTrue();
        assertThat(await(Topics.DRAFT_SCANS, DraftScanned.class, other)
                        .getVerdict()
                        .getFindings())
                .extracting(Finding::getRule)
                .containsExactly("proof-extra");
    }

    @Test
    void draftsAreJudgedByTheSameRulesWithoutATrace() {
        var draft = new DraftRendered(envelope(), null, "eval('1')\n", List.of());

        publish(Topics.DRAFT_CODE, draft);

        DraftScanned scanned = await(Topics.DRAFT_SCANS, DraftScanned.class, draft);
        assertThat(scanned.getCode()).isEqualTo("eval('1')\n");
        assertThat(scanned.getVerdict().getPassed()).isFalse();
        assertThat(answers(Topics.SCANS, draft)).isEmpty();
    }

    @Test
    void whatCouldNotBeRenderedIsHandedOn() {
        var failed = new DraftFailed(envelope(), "The role is too long.");

        publish(Topics.DRAFT_CODE, failed);

        assertThat(await(Topics.DRAFT_SCANS, DraftFailed.class, failed).getReason())
                .isEqualTo("The role is too long.");
    }

    @Test
    void whatIsNoEventBecomesADeadLetterAndDoesNotBlock() {
        CodeGenerated code = code("x = 3\n");
        String key = code.getEnvelope().getSubject();
        publish(Topics.CODE, key, "no event".getBytes(UTF_8));

        publish(Topics.CODE, code);

        await(Topics.SCANS, ScanCompleted.class, code);
        assertThat(await(Topics.CODE + ".dlt", record -> key.equals(record.key()))
                        .value())
                .isEqualTo("no event".getBytes(UTF_8));
    }

    private static CodeGenerated code(String text) {
        return new CodeGenerated(envelope(), candidate("ann", text, new GenerationRequest(false, false)));
    }

    private static CodeGenerated proven() {
        return new CodeGenerated(envelope(), GeneratedCode.candidate(GeneratedCode.MODULE));
    }

    private static Envelope envelope() {
        return Samples.envelope(UUID.randomUUID(), "ann");
    }
}
