package io.crewsmith.deployment.model;

import static io.crewsmith.deployment.model.Releases.release;
import static io.crewsmith.deployment.model.Releases.restoring;
import static io.crewsmith.deployment.model.Releases.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.deployment.model.Activation.Refuse;
import io.crewsmith.deployment.model.Activation.Repeat;
import io.crewsmith.deployment.model.Activation.Write;
import io.crewsmith.platform.events.Digests;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationRulesTests {

    private final ActivationRules rules = new ActivationRules();
    private final Manifest first = Manifest.after(release(1), null);
    private final Manifest second = Manifest.after(release(2), first);

    @Test
    void theFirstReleaseHasNoneBeforeIt() {
        assertThat(decide(release(1), null)).isEqualTo(new Write(first));
        assertThat(first.previousRunId()).isNull();
    }

    @Test
    void aNewerReleaseReplacesTheActiveOneAndNamesIt() {
        assertThat(decide(release(2), first)).isEqualTo(new Write(second));
        assertThat(second.activeRunId()).isEqualTo(run(2));
        assertThat(second.previousRunId()).isEqualTo(run(1));
    }

    @Test
    void theSameEventAgainIsARepeat() {
        assertThat(decide(release(2), second)).isEqualTo(new Repeat(second));
    }

    @Test
    void anOlderReleaseThatComesLateIsRefused() {
        assertThat(decide(release(1), second))
                .isEqualTo(new Refuse("A later version of market-analyst is active already.", run(2)));
    }

    @Test
    void aRollbackIsALaterDecisionAboutEarlierCode() {
        Activation rollback = decide(restoring(1, 3), second);

        assertThat(rollback).isEqualTo(new Write(Manifest.after(restoring(1, 3), second)));
        Manifest after = ((Write) rollback).manifest();
        assertThat(after.activeRunId()).isEqualTo(run(1));
        assertThat(decide(release(2), after)).isInstanceOf(Refuse.class);
    }

    @Test
    void bytesThatWereNotApprovedAreRefused() {
        Release approved = release(1);
        var forged = new ReleasedFile(
                Releases.MODULE, "import os\n", approved.module().digest());

        assertThat(decide(Releases.of(Releases.KEY, run(1), 1, forged), null))
                .isEqualTo(
                        new Refuse("app/agents/market_analyst.py is not what was approved: its digest differs.", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../market_analyst.py",
                "app/agents/../market_analyst.py",
                "/app/agents/market_analyst.py",
                "app/agents/other_agent.py",
                "app/agents/market_analyst.py\n",
                ""
            })
    void aPlaceThatIsNotThatOfTheAgentIsRefused(String path) {
        var file = new ReleasedFile(path, "", "");

        assertThat(decide(Releases.of(Releases.KEY, run(1), 1, file), null))
                .isEqualTo(new Refuse("%s is not the module of market-analyst.".formatted(path), null));
    }

    @ParameterizedTest
    @CsvSource({
        "../market-analyst, 0199f3a2-0000-7000-8000-000000000001",
        "market/analyst, 0199f3a2-0000-7000-8000-000000000001",
        "market-analyst, ../../0199f3a2",
        "market-analyst, ."
    })
    void aKeyOrRunThatCouldLeadElsewhereIsRefused(String key, String run) {
        var file = new ReleasedFile("app/agents/%s.py".formatted(key.replace('-', '_')), "", "");

        assertThat(decide(Releases.of(key, run, 1, file), null)).isInstanceOf(Refuse.class);
    }

    @Test
    void theModuleOfAnotherAgentIsNotReplaced() {
        Release foreign = new Release(
                "event-9",
                new Owner("0199f3a2-0000-7000-8000-00000000bbbb", Owner.Room.AGENTS, Releases.KEY),
                run(9),
                release(9).files(),
                List.of(),
                release(9).mergedAt());

        assertThat(decide(foreign, first))
                .isEqualTo(new Refuse(
                        "app/agents/market_analyst.py is the module of another one, "
                                + "0199f3a2-0000-7000-8000-00000000aaaa; it is not replaced.",
                        run(1)));
    }

    @Test
    void aCrewWaitsForTheModulesOfItsAgents() {
        var module = new ReleasedFile("app/crews/market_brief.py", "X = 1\n", Digests.sha256("X = 1\n"));
        var crew = new Release(
                "event-9",
                new Owner("0199f3a2-0000-7000-8000-00000000cccc", Owner.Room.CREWS, "market-brief"),
                run(9),
                List.of(module),
                List.of(Releases.MODULE),
                release(9).mergedAt());

        assertThat(rules.decide(crew, null, path -> false))
                .isEqualTo(new Refuse(
                        "market-brief needs app/agents/market_analyst.py, which is not deployed. "
                                + "Deploy that first, then generate this code again.",
                        null));
        assertThat(rules.decide(crew, null, Releases.MODULE::equals)).isInstanceOf(Write.class);
    }

    private Activation decide(Release release, @Nullable Manifest current) {
        return rules.decide(release, current, path -> true);
    }
}
