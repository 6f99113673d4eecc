package io.crewsmith.platform.kafka;

import io.crewsmith.schemas.Topic;
import io.crewsmith.schemas.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;

/** Puts what could not be processed beside its topic, and counts it once it is there. */
final class DeadLetters implements ConsumerRecordRecoverer {

    private final ConsumerRecordRecoverer publisher;
    private final Map<String, Counter> counters;

    DeadLetters(KafkaOperations<?, ?> kafka, MeterRegistry meters) {
        publisher = new DeadLetterPublishingRecoverer(
                kafka, (record, failure) -> new TopicPartition(record.topic() + Topic.DEAD_LETTER_ENDING, -1));
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
