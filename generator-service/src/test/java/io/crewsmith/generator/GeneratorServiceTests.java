package io.crewsmith.generator;

import static io.crewsmith.testsupport.TestTopics.answers;
import static io.crewsmith.testsupport.TestTopics.await;
import static io.crewsmith.testsupport.TestTopics.publish;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Valid;
import io.crewsmith.catalogue.json.Catalogues;
import io.crewsmith.catalogue.json.ConfigurationJson;
import io.crewsmith.events.v1.AgentSaved;
import io.crewsmith.events.v1.CandidateKind;
import io.crewsmith.events.v1.CodeGenerated;
import io.crewsmith.events.v1.DraftRendered;
import io.crewsmith.events.v1.Envelope;
import io.crewsmith.events.v1.GenerationFailed;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.PreviewRequested;
import io.crewsmith.events.v1.ScanRequested;
import io.crewsmith.events.v1.SourceFile;
import io.crewsmith.events.v1.Team;
import io.crewsmith.events.v1.TeamAlerted;
import io.crewsmith.platform.ServiceApplication;
import io.crewsmith.schemas.Topics;
import io.crewsmith.testsupport.Samples;
import io.crewsmith.testsupport.TestServices;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** The service alone, as its own main class runs it, on a real broker and without any database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratorServiceTests {

    private static final String CONFIGURATION = canonical("""
            {"agent_key": "market-analyst", "role": "Market analyst", "goal": "Size markets.",
             "backstory": "Ten years of it.", "llm_model": "openai/gpt-4o"}
            """);

    private final ConfigurableApplicationContext service = ServiceApplication.of(
                    GeneratorServiceApplication.class,
                    Map.of("server.port", 0, "spring.kafka.bootstrap-servers", TestServices.bootstrapServers()))
            .run();

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void codeThatIsWantedIsRenderedWithItsDigests() {
        AgentSaved saved = saved(new GenerationRequest(true, false));

        publish(Topics.AGENTS, saved);

        var candidate = await(Topics.CODE, CodeGenerated.class, saved).getCandidate();
        assertThat(candidate.getConfiguration()).isEqualTo(CONFIGURATION);
        assertThat(candidate.getRequestedBy()).isEqualTo("ann");
        assertThat(candidate.getRequest()).isEqualTo(saved.getGeneration());
        assertThat(candidate.getFiles())
                .extracting(SourceFile::getPath)
                .containsExactly(
                        "app/agents/market_analyst.py",
                        "tests/agents/test_market_analyst.py",
                        "docs/agents/market_analyst.md");
        assertThat(candidate.getFiles().getFirst().getContent()).contains("role=\"Market analyst\"");
        assertThat(candidate.getFiles())
                .allSatisfy(file -> assertThat(file.getDigest()).isEqualTo(Samples.sha256(file.getContent())));
    }

    @Test
    void aRepeatIsTheSameEventWithTheSameBytes() {
        AgentSaved saved = saved(new GenerationRequest(false, false));
        AgentSaved next = saved(UUID.fromString(saved.getEnvelope().getSubject()), saved.getGeneration());

        publish(Topics.AGENTS, saved, saved, next);

        await(Topics.CODE, CodeGenerated.class, next);
        List<SpecificRecord> answers = answers(Topics.CODE, saved);
        assertThat(answers).hasSize(2);
        assertThat(answers.getFirst()).isEqualTo(answers.getLast());
    }

    @Test
    void aSavedAgentForWhichNobodyWantsCodeGivesNone() {
        AgentSaved unwanted = saved(null);
        AgentSaved next =
                saved(UUID.fromString(unwanted.getEnvelope().getSubject()), new GenerationRequest(false, false));

        publish(Topics.AGENTS, unwanted, next);

        await(Topics.CODE, CodeGenerated.class, next);
        assertThat(answers(Topics.CODE, unwanted)).isEmpty();
    }

    @Test
    void aTemplateThatIsNotThereIsAFailureAndAnAlert() {
        String configuration = CONFIGURATION.replace("\"1.0.0\"", "\"7.0.0\"");
        AgentSaved saved = saved(UUID.randomUUID(), configuration, new GenerationRequest(false, false));

        publish(Topics.AGENTS, saved);

        var failed = await(Topics.CODE, GenerationFailed.class, saved);
        assertThat(failed.getCause()).isEqualTo("unknown-version");
        assertThat(failed.getTemplateId()).isEqualTo("agent");
        assertThat(failed.getTemplateVersion()).isEqualTo("7.0.0");
        assertThat(failed.getLine()).isNull();
        var alert = await(Topics.INCIDENTS, TeamAlerted.class, saved);
        assertThat(alert.getTeam()).isEqualTo(Team.DEVELOPERS);
        assertThat(alert.getSummary())
                .isEqualTo(failed.getReason())
                .isEqualTo("There is no version 7.0.0 of the template agent; choose one of 1.0.0.");
    }

    @Test
    void previewsAreRenderedAndGivenCodeIsPassedOn() {
        var preview = new PreviewRequested(envelope(), CandidateKind.AGENT, CONFIGURATION);
        var given = new ScanRequested(envelope(), "x = 1\n");

        publish(Topics.DRAFTS, preview, given);

        assertThat(await(Topics.DRAFT_CODE, DraftRendered.class, preview).getCode())
                .contains("class MarketAnalyst:");
        assertThat(await(Topics.DRAFT_CODE, DraftRendered.class, given).getCode())
                .isEqualTo("x = 1\n");
        assertThat(answers(Topics.CODE, preview)).isEmpty();
    }

    private static AgentSaved saved(@Nullable GenerationRequest request) {
        return saved(UUID.randomUUID(), request);
    }

    private static AgentSaved saved(UUID agent, @Nullable GenerationRequest request) {
        return saved(agent, CONFIGURATION, request);
    }

    private static AgentSaved saved(UUID agent, String configuration, @Nullable GenerationRequest request) {
        Envelope envelope = Samples.envelope(agent, "ann");
        return new AgentSaved(
                envelope,
                "market-analyst",
                1,
                "ann",
                configuration,
                Samples.sha256(configuration),
                envelope.getOccurredAt(),
                request);
    }

    private static Envelope envelope() {
        return Samples.envelope(UUID.randomUUID(), "ann");
    }

    private static String canonical(String configuration) {
        var json = new ConfigurationJson(Catalogues.crewAi130());
        return switch (json.read(Kind.AGENT, configuration)) {
            case Valid(Configuration valid) -> json.write(valid);
            default -> throw new AssertionError("The sample is not valid");
        };
    }
}
