package io.crewsmith.review;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells how many reviews wait for a person, and since when. Every instance tells the same. */
final class WaitingReviews implements MeterBinder {

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingReviews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("crewsmith.review.waiting", this, WaitingReviews::count)
                .description("Reviews that wait for a person")
                .register(meters);
        TimeGauge.builder("crewsmith.review.waiting.longest", this, TimeUnit.SECONDS, WaitingReviews::longest)
                .description("How long the oldest of them has waited")
                .register(meters);
    }

    private double count() {
        return jdbc.sql("select count(*) from reviews.runs where status = 'REVIEW_REQUIRED'")
                .query(Long.class)
                .single();
    }

    private double longest() {
        return jdbc.sql(
                        "select requested_at from reviews.runs where status = 'REVIEW_REQUIRED' order by requested_at limit 1")
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional()
                .map(requested -> Duration.between(requested, clock.instant()).toMillis() / 1_000.0)
                .orElse(0.0);
    }
}
