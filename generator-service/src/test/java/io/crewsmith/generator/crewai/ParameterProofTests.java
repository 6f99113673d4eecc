package io.crewsmith.generator.crewai;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.catalogue.json.Catalogues;
import io.crewsmith.generator.crewai.Proof.Check;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every parameter of an agent arrives in the real CrewAI: read back from live agents, seen on the wire to a stand-in for
 * the provider, seen to act, or warned of.
 */
@Timeout(1200)
class ParameterProofTests {

    @TempDir
    private Path folder;

    @Test
    void everyParameterArrivesOrIsWarnedOf() throws Exception {
        List<Subject> subjects = new Subjects(Catalogues.crewAi130()).all();

        Map<String, Observed> seen = new Probe(CrewAiEnvironment.python(), folder).observe(subjects);

        assertThat(seen).hasSameSizeAs(subjects).hasSizeGreaterThan(280);
        assertThat(seen.values()).extracting(Observed::error).containsOnly("");
        List<String> differences = new ArrayList<>();
        for (Proof proof : AgentProofs.all()) {
            for (Check check : proof.checks()) {
                List<Subject> held = subjects.stream().filter(check.applies()).toList();
                assertThat(held)
                        .as("agents that prove %s by %s", proof.parameter(), check.how())
                        .isNotEmpty();
                for (Subject subject : held) {
                    String difference =
                            check.comparison().difference(subject, Objects.requireNonNull(seen.get(subject.id())));
                    if (difference != null) {
                        differences.add(
                                "%s of %s, %s: %s".formatted(proof.parameter(), subject.id(), check.how(), difference));
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
    }
}
