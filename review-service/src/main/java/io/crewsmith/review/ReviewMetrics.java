package io.crewsmith.review;

import io.crewsmith.review.model.ReviewDecision;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;

/** How long reviews take, by decision. */
final class ReviewMetrics {

    private final MeterRegistry meters;

    ReviewMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void reviewed(ReviewDecision decision, Duration waited) {
        Timer.builder("crewsmith.review")
                .description("Time from the request for a review to its decision")
                .tag("decision", decision.name().toLowerCase(Locale.ROOT))
                .register(meters)
                .record(waited);
    }
}
