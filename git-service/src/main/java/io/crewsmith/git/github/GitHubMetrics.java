package io.crewsmith.git.github;

import io.crewsmith.git.model.Budget;
import io.crewsmith.git.model.Lane;
import io.crewsmith.git.model.Limits;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;

/** How much of GitHub's budget is used, how long the next request would wait, and what was done with it. */
final class GitHubMetrics {

    private final MeterRegistry meters;

    GitHubMetrics(Budget budget, Limits limits, MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("crewsmith.github.budget.used", budget, Budget::used)
                .description("Requests to GitHub that created content in the last hour")
                .register(meters);
        Gauge.builder("crewsmith.github.budget.limit", limits, Limits::perHour)
                .description("How many of them an hour may have")
                .register(meters);
        for (Lane lane : Lane.values()) {
            Gauge.builder("crewsmith.github.budget.wait", budget, spent -> seconds(spent.pause(lane, true)))
                    .description("How long the next request to GitHub that creates content has to wait")
                    .baseUnit("seconds")
                    .tag("lane", lane.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
    }

    void count(String effect, ForgeEffect outcome) {
        count(
                effect,
                switch (outcome) {
                    case ForgeEffect.Created _ -> "created";
                    case ForgeEffect.Updated _ -> "updated";
                    case ForgeEffect.Unchanged _ -> "unchanged";
                    case ForgeEffect.Refused _ -> "refused";
                });
    }

    void count(ForgeMerge outcome) {
        count(
                "merge",
                switch (outcome) {
                    case ForgeMerge.Merged _ -> "created";
                    case ForgeMerge.NoRequest _ -> "unchanged";
                    case ForgeMerge.Refused _ -> "refused";
                });
    }

    private void count(String effect, String outcome) {
        Counter.builder("crewsmith.github.effects")
                .description("What was done to pull requests, and what became of it")
                .tag("effect", effect)
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
