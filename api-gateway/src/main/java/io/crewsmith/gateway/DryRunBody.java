package io.crewsmith.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.crewsmith.events.v1.RuleBreach;
import io.crewsmith.events.v1.RuleEffect;
import io.crewsmith.gateway.model.PastRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a custom rule would change about earlier runs.
 *
 * @param scanned how many runs it was tried on, the newest ones
 * @param changed about how many of them it would change anything
 * @param flipped how many of them would pass that do not, or the other way round
 * @param runs those that it changes something about, the newest first
 */
record DryRunBody(String rule, int scanned, int changed, int flipped, long milliseconds, List<Run> runs) {

    /** A run about which the rule changes something; at most 20 findings are shown each way, the counts are whole. */
    record Run(
            @JsonProperty("deployment_id") UUID deploymentId,
            @JsonProperty("agent_key") @Nullable String agentKey,
            @Nullable Integer revision,
            @JsonProperty("passes_now") boolean passesNow,
            @JsonProperty("would_pass") boolean wouldPass,
            Map<String, Integer> added,
            Map<String, Integer> removed,
            @JsonProperty("findings_added") List<Issue> findingsAdded,
            @JsonProperty("findings_removed") List<Issue> findingsRemoved) {

        private static Run of(PastRun run, RuleEffect effect) {
            return new Run(
                    run.deploymentId(),
                    run.agentKey(),
                    run.revision(),
                    effect.getPassesNow(),
                    effect.getWouldPass(),
                    counts(effect.getAdded(), effect.getAddedCount()),
                    counts(effect.getRemoved(), effect.getRemovedCount()),
                    effect.getAdded().stream().map(Issue::of).toList(),
                    effect.getRemoved().stream().map(Issue::of).toList());
        }

        /** All findings of a revision have the same severity. */
        private static Map<String, Integer> counts(List<RuleBreach> breaches, int count) {
            return breaches.isEmpty()
                    ? Map.of()
                    : Map.of(breaches.getFirst().getSeverity().name(), count);
        }
    }

    /** A finding. */
    record Issue(String severity, int line, int column, String message) {

        private static Issue of(RuleBreach breach) {
            return new Issue(breach.getSeverity().name(), breach.getLine(), breach.getColumn(), breach.getMessage());
        }
    }

    static DryRunBody of(String rule, List<PastRun> scanned, List<RuleEffect> effects, Duration time) {
        Map<String, RuleEffect> byRun =
                effects.stream().collect(Collectors.toMap(RuleEffect::getRunId, effect -> effect));
        List<Run> runs = scanned.stream()
                .map(run -> {
                    RuleEffect effect = byRun.get(run.deploymentId().toString());
                    return effect == null ? null : Run.of(run, effect);
                })
                .filter(Objects::nonNull)
                .toList();
        int flipped = (int)
                runs.stream().filter(run -> run.passesNow() != run.wouldPass()).count();
        return new DryRunBody(rule, scanned.size(), runs.size(), flipped, time.toMillis(), runs);
    }
}
