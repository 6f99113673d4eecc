package io.crewsmith.platform.kafka;

import io.crewsmith.schemas.Topic;
import io.crewsmith.schemas.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;

/** Counts dead letters, each once it lies beside its topic. */
final class CountedDeadLetters implements ConsumerRecordRecoverer {

    private final ConsumerRecordRecoverer publisher;
    private final Map<String, Counter> counters;

    CountedDeadLetters(ConsumerRecordRecoverer publisher, MeterRegistry meters) {
        this.publisher = publisher;
        // From the start, at zero: a counter that appears with its first dead letter would show no increase.
        counters = Topics.all().stream()
                .map(Topic::name)
                .collect(Collectors.toMap(Function.identity(), topic -> counter(meters, topic)));
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, Exception failure) {
        publisher.accept(record, failure);
        Counter counter = counters.get(record.topic());
        if (counter != null) {
            counter.increment();
        }
    }

    private static Counter counter(MeterRegistry meters, String topic) {
        return Counter.builder("crewsmith.dead.letters")
                .description("Records that could not be processed and lie beside their topic")
                .tag("topic", topic)
                .register(meters);
    }
}
