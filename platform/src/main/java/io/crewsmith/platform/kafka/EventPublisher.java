package io.crewsmith.platform.kafka;

import io.crewsmith.platform.events.Envelopes;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.schemas.Topic;
import io.crewsmith.schemas.Topics;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.core.KafkaOperations;

/** Appends events to topics, keyed by their subject. */
public final class EventPublisher {

    private static final Map<String, Topic> TOPICS =
            Topics.all().stream().collect(Collectors.toMap(Topic::name, Function.identity()));

    private final KafkaOperations<String, Object> kafka;
    private final EventCodec codec;
    private final PublishedEvents published;

    EventPublisher(KafkaOperations<String, Object> kafka, EventCodec codec, PublishedEvents published) {
        this.kafka = kafka;
        this.codec = codec;
        this.published = published;
    }

    /** Appends the event and waits until the broker has it. Throws if it does not get there. */
    public void publish(String topic, SpecificRecord event) {
        send(topic, event).join();
    }

    /** Appends the event; the future ends when the broker has it. */
    public CompletableFuture<?> send(String topic, SpecificRecord event) {
        return kafka.send(record(topic, event)).thenRun(() -> published.count(event));
    }

    private ProducerRecord<String, Object> record(String topic, SpecificRecord event) {
        Topic known = TOPICS.get(topic);
        if (known == null || !known.records().contains(event.getClass())) {
            throw new IllegalArgumentException(
                    "%s does not carry %s".formatted(topic, event.getClass().getSimpleName()));
        }
        return new ProducerRecord<>(
                topic,
                null,
                null,
                Envelopes.of(event).getSubject(),
                codec.encode(event),
                EventHeaders.of(known.owner(), event));
    }
}
