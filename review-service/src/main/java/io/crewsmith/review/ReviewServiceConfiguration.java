package io.crewsmith.review;

import io.crewsmith.platform.PlatformConfiguration;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.platform.outbox.DatabaseConfiguration;
import io.crewsmith.platform.outbox.ServiceSchema;
import io.crewsmith.platform.outbox.ServiceSchemas;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The review service: alone in its own process, or composed with others. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReviewSettings.class)
@Import({PlatformConfiguration.class, DatabaseConfiguration.class})
public class ReviewServiceConfiguration {

    @Bean
    ServiceSchema reviewsSchema(ServiceSchemas schemas) {
        return schemas.open("reviews");
    }

    @Bean
    RunStore runStore(@Qualifier("reviewsSchema") ServiceSchema schema, EventCodec codec) {
        return new RunStore(schema.jdbc(), codec);
    }

    @Bean
    Changes changes(@Qualifier("reviewsSchema") ServiceSchema schema) {
        return new Changes(schema.jdbc());
    }

    @Bean
    ReviewDesk reviewDesk(
            @Qualifier("reviewsSchema") ServiceSchema schema,
            RunStore runs,
            ReviewSettings settings,
            MeterRegistry meters,
            Clock clock) {
        var answers = new ReviewAnswers(schema.outbox());
        return new ReviewDesk(runs, answers, settings.policy(), new ReviewMetrics(meters), clock);
    }

    @Bean
    ReminderClock reminderClock(
            @Qualifier("reviewsSchema") ServiceSchema schema, ReviewSettings settings, Clock clock) {
        return new ReminderClock(new Reminders(schema, settings.remindAfter(), clock));
    }

    @Bean
    RevisionListener revisionListener(
            @Qualifier("reviewsSchema") ServiceSchema schema, ReviewDesk desk, Changes changes) {
        return new RevisionListener(schema.inbox(), desk, changes);
    }

    @Bean
    WaitingReviews waitingReviews(@Qualifier("reviewsSchema") ServiceSchema schema, Clock clock) {
        return new WaitingReviews(schema.jdbc(), clock);
    }

    @Bean
    Retries retries(@Qualifier("reviewsSchema") ServiceSchema schema, RunStore runs, Clock clock) {
        return new Retries(runs, new ReviewAnswers(schema.outbox()), clock);
    }

    @Bean
    CommandListener reviewCommandListener(
            @Qualifier("reviewsSchema") ServiceSchema schema,
            ReviewDesk desk,
            Retries retries,
            RunStore runs,
            Changes changes) {
        return new CommandListener(schema.inbox(), desk, retries, runs, changes);
    }

    @Bean
    ScanListener scanListener(
            @Qualifier("reviewsSchema") ServiceSchema schema,
            ReviewDesk desk,
            RunStore runs,
            Changes changes,
            CommandListener commands) {
        return new ScanListener(schema.inbox(), desk, runs, changes, commands);
    }
}
