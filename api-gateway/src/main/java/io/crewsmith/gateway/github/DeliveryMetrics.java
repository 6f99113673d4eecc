package io.crewsmith.gateway.github;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/** Counts deliveries, and what was asked for because no delivery came. */
final class DeliveryMetrics {

    static final String POLL = "poll";

    private static final String OTHER = "other";
    private static final String REFUSED = "refused";
    private static final List<String> EVENTS =
            List.of("ping", "pull_request", "pull_request_review", "check_run", "check_suite", "status", POLL, OTHER);
    private static final List<String> OUTCOMES = List.of("accepted", "repeated", "ignored", REFUSED);

    private final MeterRegistry meters;

    DeliveryMetrics(MeterRegistry meters) {
        this.meters = meters;
        // From the start, at zero: a series that appears with its first refusal would show no increase.
        EVENTS.forEach(event -> OUTCOMES.forEach(outcome -> counter(event, outcome)));
    }

    void refused(String event) {
        counter(event, REFUSED).increment();
    }

    void count(String event, Outcome outcome) {
        counter(event, name(outcome)).increment();
    }

    static String name(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> "accepted";
            case Outcome.Repeated _ -> "repeated";
            case Outcome.Ignored _ -> "ignored";
        };
    }

    /** Whoever has no right signature may name events as they like; here they are all other. */
    private Counter counter(String event, String outcome) {
        return Counter.builder("crewsmith.github.deliveries")
                .description("Deliveries of GitHub's webhooks, and what was asked for, by what became of them")
                .tag("event", EVENTS.contains(event) ? event : OTHER)
                .tag("outcome", outcome)
                .register(meters);
    }
}
