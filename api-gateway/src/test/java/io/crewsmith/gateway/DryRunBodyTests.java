package io.crewsmith.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.RuleBreach;
import io.crewsmith.events.v1.RuleEffect;
import io.crewsmith.events.v1.Severity;
import io.crewsmith.gateway.model.PastRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DryRunBodyTests {

    private static final RuleBreach BREACH = new RuleBreach(Severity.ERROR, 3, 1, "out");

    private final PastRun flips = run();
    private final PastRun untouched = run();
    private final PastRun failsAnyway = run();

    @Test
    void runsAreCountedByWhatTheRuleWouldDoToThem() {
        DryRunBody body = DryRunBody.of(
                "custom/x",
                List.of(flips, untouched, failsAnyway),
                List.of(effect(failsAnyway, false, 1), effect(flips, true, 40)),
                Duration.ofMillis(12));

        assertThat(body.scanned()).isEqualTo(3);
        assertThat(body.changed()).isEqualTo(2);
        assertThat(body.flipped()).isEqualTo(1);
        assertThat(body.milliseconds()).isEqualTo(12);
        assertThat(body.runs())
                .extracting(DryRunBody.Run::deploymentId)
                .containsExactly(flips.deploymentId(), failsAnyway.deploymentId());
        assertThat(body.runs().getFirst().added()).containsEntry("ERROR", 40);
        assertThat(body.runs().getFirst().removed()).isEmpty();
        assertThat(body.runs().getFirst().findingsAdded()).containsExactly(new DryRunBody.Issue("ERROR", 3, 1, "out"));
    }

    private static RuleEffect effect(PastRun run, boolean passesNow, int added) {
        return new RuleEffect(run.deploymentId().toString(), passesNow, false, added, 0, List.of(BREACH), List.of());
    }

    private static PastRun run() {
        return new PastRun(UUID.randomUUID(), "market-analyst", 1, Instant.EPOCH, "x = 1\n");
    }
}
