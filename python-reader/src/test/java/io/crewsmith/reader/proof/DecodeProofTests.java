package io.crewsmith.reader.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.reader.GeneratedFiles;
import io.crewsmith.reader.GeneratedFiles.GeneratedFile;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the proof says, and that a text from outside can neither satisfy nor break it. */
class DecodeProofTests {

    private static final GeneratedFile LEAST = GeneratedFiles.module(Kind.AGENT, "least");

    private final DecodeProof proof = new DecodeProof(GeneratedFiles.CATALOGUE);

    @ParameterizedTest
    @CsvSource({
        "temperature=0.7, temperature=1, /temperature, 1 was read; 0.7 was expected",
        "max_iter=25, max_iter=25.0, /max_iter, 25.0 was read; 25 was expected",
        "max_iter=25, max_iter=True, /max_iter, True was read; 25 was expected",
        "verbose=False, verbose=0, /verbose, 0 was read; False was expected",
        "Analyst, Anal\u0443st, /role, \"Anal\\u{443}st\" was read; \"Analyst\" was expected",
        "openai/gpt-4o, gpt-4o, /llm_model, \"gpt-4o\" was read; \"openai/gpt-4o\" was expected"
    })
    void aValueOfAnotherTypeOrCharacterIsAMismatchWithItsParameter(
            String from, String to, String pointer, String message) {
        List<Discrepancy> found =
                GeneratedFiles.examine(LEAST.with(LEAST.source().replaceFirst(Pattern.quote(from), to)));

        assertThat(found)
                .extracting(Discrepancy::kind, Discrepancy::pointer, Discrepancy::message)
                .contains(tuple(Discrepancy.Kind.MISMATCH, pointer, message.replace(';', ',')));
    }

    @Test
    void whatIsNotInTheConfigurationIsExtraWithItsPlace() {
        String more = LEAST.source()
                .replace("            verbose=False,\n", "            verbose=False,\n            apps=['x'],\n");

        assertThat(GeneratedFiles.examine(LEAST.with(more)))
                .extracting(Discrepancy::kind)
                .contains(Discrepancy.Kind.EXTRA, Discrepancy.Kind.UNREADABLE);
        assertThat(GeneratedFiles.examine(LEAST.with(more)).getFirst().at().line())
                .isGreaterThan(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{}",
                "{\"agent_key\": 1}",
                "{\"crew\": null}",
                "{\"crew\": {}, \"tasks\": 7}",
                "{\"crew\":{},\"members\":null,\"manager\":null,\"tasks\":[]}",
                "\u0000",
                "{\"a\":1e999999999}"
            })
    void whatIsNoConfigurationProvesNothing(String configuration) {
        for (Kind kind : Kind.values()) {
            var claim = new Claim(kind, "least", configuration, "", kind.word(), "1.0.0");

            assertThat(GeneratedFiles.examine(LEAST.claiming(claim)))
                    .extracting(Discrepancy::kind)
                    .contains(Discrepancy.Kind.UNREADABLE);
        }
    }

    @Test
    void theHeaderAndTheEventMustNameTheSameTemplateDigestAndKey() {
        Claim claim = LEAST.claim();
        for (Claim other : List.of(
                new Claim(Kind.AGENT, "most", claim.configuration(), claim.configurationDigest(), "agent", "1.0.0"),
                new Claim(Kind.AGENT, "least", claim.configuration(), "0".repeat(64), "agent", "1.0.0"),
                new Claim(Kind.AGENT, "least", claim.configuration(), claim.configurationDigest(), "crew", "1.0.0"),
                new Claim(Kind.AGENT, "least", claim.configuration(), claim.configurationDigest(), "agent", "1.0.1"))) {
            assertThat(GeneratedFiles.examine(LEAST.claiming(other))).isNotEmpty();
        }
    }

    @Test
    void onlyTheFilesOfTheRunAreItsFilesAndTheModuleIsTheFirst() {
        Claim claim = LEAST.claim();

        assertThat(proof.files(
                        claim, List.of("app/agents/least.py", "tests/agents/test_least.py", "docs/agents/least.md")))
                .isEmpty();
        assertThat(proof.files(claim, List.of("app/agents/least.py"))).isEmpty();
        assertThat(proof.files(claim, List.of())).isNotEmpty();
        assertThat(proof.files(claim, List.of("docs/agents/least.md"))).isNotEmpty();
        assertThat(proof.files(claim, List.of("app/agents/least.py", "app/agents/least.py")))
                .isNotEmpty();
        assertThat(proof.files(claim, List.of("app/agents/least.py", "app/agents/__init__.py")))
                .isNotEmpty();
    }

    @Test
    void aModuleInTheTestsPlaceIsNoTest() {
        var moved = new GeneratedFile(LEAST.claim(), "tests/agents/test_least.py", LEAST.source());

        assertThat(GeneratedFiles.examine(moved)).isNotEmpty();
    }
}
