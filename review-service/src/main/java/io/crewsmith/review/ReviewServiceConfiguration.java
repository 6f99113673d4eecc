package io.crewsmith.review;

import io.crewsmith.platform.PlatformConfiguration;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.platform.outbox.DatabaseConfiguration;
import io.crewsmith.platform.outbox.ServiceSchema;
import io.crewsmith.platform.outbox.ServiceSchemas;
import io.crewsmith.python.PythonParser;
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
    ReviewAnswers reviewAnswers(@Qualifier("reviewsSchema") ServiceSchema schema) {
        return new ReviewAnswers(schema.outbox());
    }

    @Bean
    PythonParser reviewedPython() {
        return new PythonParser();
    }

    @Bean
    Comparison comparison(RunStore runs, ReviewSettings settings, PythonParser reviewedPython) {
        return new Comparison(runs, settings.risk().rules(), reviewedPython);
    }

    @Bean
    OpeningDesk openingDesk(
            RunStore runs, ReviewAnswers answers, ReviewSettings settings, Comparison comparison, Clock clock) {
        return new OpeningDesk(runs, answers, settings.terms(), comparison, clock);
    }

    @Bean
    ReviewMetrics reviewMetrics(MeterRegistry meters) {
        return new ReviewMetrics(meters);
    }

    @Bean
    ReviewDesk reviewDesk(RunStore runs, ReviewAnswers answers, ReviewMetrics reviewMetrics, Clock clock) {
        return new ReviewDesk(runs, answers, reviewMetrics, clock);
    }

    @Bean
    CheckDesk checkDesk(
            RunStore runs, ReviewAnswers answers, OpeningDesk opening, ReviewMetrics reviewMetrics, Clock clock) {
        return new CheckDesk(runs, answers, opening, reviewMetrics, clock);
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
    Retries retries(RunStore runs, ReviewAnswers answers, Clock clock) {
        return new Retries(runs, answers, clock);
    }

    @Bean
    Desks reviewDesks(OpeningDesk opening, ReviewDesk reviews, CheckDesk checks, Retries retries) {
        return new Desks(opening, reviews, checks, retries);
    }

    @Bean
    RunCommands runCommands(RunStore runs, EarlyCommands early, Desks reviewDesks) {
        return new RunCommands(runs, early, reviewDesks);
    }

    @Bean
    EarlyCommands earlyCommands(@Qualifier("reviewsSchema") ServiceSchema schema, EventCodec codec) {
        return new EarlyCommands(schema.jdbc(), codec);
    }

    @Bean
    BundlingDesk bundlingDesk(RunStore runs, ReviewAnswers answers, Comparison comparison, Clock clock) {
        return new BundlingDesk(runs, answers, comparison, clock);
    }

    @Bean
    CommandListener reviewCommandListener(
            @Qualifier("reviewsSchema") ServiceSchema schema,
            Changes changes,
            ReviewDesk desk,
            RunCommands commands,
            BundlingDesk bundling) {
        return new CommandListener(schema.inbox(), changes, desk, commands, bundling);
    }

    @Bean
    ScanListener scanListener(@Qualifier("reviewsSchema") ServiceSchema schema, Changes changes, RunCommands commands) {
        return new ScanListener(schema.inbox(), changes, commands);
    }
}
