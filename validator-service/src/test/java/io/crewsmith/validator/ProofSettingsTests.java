package io.crewsmith.validator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crewsmith.catalogue.json.Catalogues;
import io.crewsmith.events.v1.Candidate;
import io.crewsmith.events.v1.Template;
import io.crewsmith.validator.model.Finding;
import io.crewsmith.validator.model.Validator;
import io.crewsmith.validator.model.Verdict;
import io.crewsmith.validator.model.custom.RuleBook;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Tests for {@link ProofSettings}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProofSettingsTests {

    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final String OWN = "from crewai import Agent\n";

    private final Validator validator = new Validator();

    @AfterAll
    void close() {
        validator.close();
    }

    @Test
    void everyTemplateIsProvenByDefault() {
        assertThat(bound(Map.of())).isEqualTo(new ProofSettings(List.of()));
        assertThat(scan(new ProofSettings(List.of()), DIGEST).passed()).isFalse();
    }

    @Test
    void codeOfATemplateThatIsExceptedPassesWithAWarning() {
        Verdict verdict = scan(settings(), DIGEST);

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.checks()).contains("decode-proof");
        assertThat(verdict.findings()).extracting(Finding::rule).containsExactly("proof-none");
    }

    @Test
    void anotherPackOfThatNameIsNotExcepted() {
        assertThat(scan(settings(), DIGEST.replace('0', '1')).passed()).isFalse();
    }

    @Test
    void whatIsNoPackIsRefused() {
        assertThatThrownBy(() -> bound(Map.of("crewsmith.validator.proof.unproven-templates", "agent/2.0.0")))
                .rootCause()
                .hasMessageContaining("must be like agent/2.0.0/<64 hex digits>");
    }

    private static ProofSettings settings() {
        return bound(Map.of("crewsmith.validator.proof.unproven-templates", "agent/2.0.0/" + DIGEST));
    }

    private Verdict scan(ProofSettings settings, String digest) {
        var proofs = new Proofs(Catalogues.crewAi130(), settings);
        Candidate candidate = Candidate.newBuilder(GeneratedCode.candidate(OWN))
                .setFiles(List.of(GeneratedCode.file("app/agents/least.py", OWN)))
                .setTemplate(new Template("agent", "2.0.0", digest))
                .build();
        var meters = new SimpleMeterRegistry();
        return new Scanner(validator, new VerdictCache(meters), proofs, () -> RuleBook.EMPTY, meters).scan(candidate);
    }

    private static ProofSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("crewsmith.validator.proof", ProofSettings.class);
    }
}
