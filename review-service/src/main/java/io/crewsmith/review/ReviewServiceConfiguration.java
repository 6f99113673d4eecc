package io.crewsmith.review;

import io.crewsmith.platform.PlatformConfiguration;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.platform.outbox.DatabaseConfiguration;
import io.crewsmith.platform.outbox.ServiceSchema;
import io.crewsmith.platform.outbox.ServiceSchemas;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The review service: alone in its own process, or composed with others. */
@Configuration(proxyBeanMethods = false)
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
    ReviewDesk reviewDesk(
            @Qualifier("reviewsSchema") ServiceSchema schema, RunStore runs, MeterRegistry meters, Clock clock) {
        return new ReviewDesk(runs, new ReviewAnswers(schema.outbox()), new ReviewMetrics(meters), clock);
    }

    @Bean
    WaitingReviews waitingReviews(@Qualifier("reviewsSchema") ServiceSchema schema, Clock clock) {
        return new WaitingReviews(schema.jdbc(), clock);
    }

    @Bean
    CommandListener reviewCommandListener(
            @Qualifier("reviewsSchema") ServiceSchema schema, ReviewDesk desk, RunStore runs) {
        return new CommandListener(schema.inbox(), desk, runs);
    }

    @Bean
    ScanListener scanListener(
            @Qualifier("reviewsSchema") ServiceSchema schema,
            ReviewDesk desk,
            RunStore runs,
            CommandListener commands) {
        return new ScanListener(schema.inbox(), desk, runs, commands);
    }
}
