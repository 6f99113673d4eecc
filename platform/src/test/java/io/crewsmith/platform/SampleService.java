package io.crewsmith.platform;

import io.crewsmith.events.v1.AgentDeleted;
import io.crewsmith.events.v1.AgentRemoved;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.kafka.TryLaterException;
import io.crewsmith.platform.outbox.DatabaseConfiguration;
import io.crewsmith.platform.outbox.ServiceSchema;
import io.crewsmith.platform.outbox.ServiceSchemas;
import io.crewsmith.schemas.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.annotation.KafkaListener;

/** A service as small as can be: every removal that it is told of is a fact, stored and said once. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({PlatformConfiguration.class, DatabaseConfiguration.class})
class SampleService {

    static final Duration PAUSE = Duration.ofMillis(200);

    /** Runs whose first try fails, as if the database had been away. */
    static final Set<String> FAILING_ONCE = ConcurrentHashMap.newKeySet();

    /** Runs that somebody asks to be patient with, so many times. */
    static final Map<String, Integer> ASKING_FOR_PATIENCE = new ConcurrentHashMap<>();

    static final AtomicInteger TRIES = new AtomicInteger();

    @Bean
    ServiceSchema sampleSchema(ServiceSchemas schemas) {
        return schemas.open("sample");
    }

    @Bean
    RemovalListener removalListener(ServiceSchema sampleSchema) {
        return new RemovalListener(sampleSchema);
    }

    static class RemovalListener {

        private final ServiceSchema schema;

        RemovalListener(ServiceSchema schema) {
            this.schema = schema;
        }

        @KafkaListener(topics = Topics.AGENT_CHANGES, groupId = "sample-service")
        void on(Received received) {
            TRIES.incrementAndGet();
            String run = received.envelope().getRunId();
            if (ASKING_FOR_PATIENCE.merge(run, -1, Integer::sum) >= 0) {
                throw new TryLaterException("Not yet", PAUSE);
            }
            if (received.event() instanceof AgentRemoved) {
                schema.inbox().once(received, () -> remember(received));
            }
        }

        private void remember(Received received) {
            String runId = received.envelope().getRunId();
            schema.jdbc()
                    .sql("insert into sample.facts (run_id) values (?)")
                    .param(UUID.fromString(runId))
                    .update();
            schema.outbox()
                    .append(
                            Topics.AGENTS,
                            new AgentDeleted(received.followedBy(AgentDeleted.class), "market-analyst", 1));
            if (FAILING_ONCE.remove(runId)) {
                throw new IllegalStateException("Away for a moment");
            }
        }
    }
}
