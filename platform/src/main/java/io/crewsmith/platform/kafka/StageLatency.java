package io.crewsmith.platform.kafka;

import io.crewsmith.platform.events.Received;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.RecordInterceptor;

/** Measures each stage: from the moment the topic took a record to the end of its processing. */
final class StageLatency implements RecordInterceptor<String, Received> {

    /** From a hop on an idle machine to a consumer that has been down for a minute. */
    private static final Duration[] BUCKETS = Stream.of(2, 5, 10, 25, 50, 100, 250, 500, 1_000, 5_000, 15_000, 60_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry meters;

    StageLatency(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public ConsumerRecord<String, Received> intercept(
            ConsumerRecord<String, Received> record, Consumer<String, Received> consumer) {
        return record;
    }

    @Override
    public void success(ConsumerRecord<String, Received> record, Consumer<String, Received> consumer) {
        Timer.builder("crewsmith.stage.latency")
                .description("Time from the record's arrival on its topic to the end of its processing")
                .tag("stage", consumer.groupMetadata().groupId().replaceAll("-[0-9a-f-]{36}$", ""))
                .serviceLevelObjectives(BUCKETS)
                .register(meters)
                .record(Duration.ofMillis(Math.max(0, System.currentTimeMillis() - record.timestamp())));
    }
}
