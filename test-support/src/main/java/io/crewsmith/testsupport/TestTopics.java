package io.crewsmith.testsupport;

import io.crewsmith.events.v1.Envelope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The topics as the services beside the tested one use them: they put events on some and read its answers on others. */
public final class TestTopics {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int LARGEST_REQUEST = 32 * 1024 * 1024;
    private static final int ENVELOPE_FIELD = 0;

    private TestTopics() {}

    /** Appends the events, keyed by their subject, and waits until the broker has them. */
    public static void publish(String topic, SpecificRecord... events) {
        for (SpecificRecord event : events) {
            publish(topic, envelope(event).getSubject(), SingleObject.encode(event));
        }
    }

    /** Appends any bytes under any key, compressed, so that they may be more than the broker takes otherwise. */
    public static void publish(String topic, @Nullable String key, byte @Nullable [] value) {
        try (var producer =
                new KafkaProducer<String, byte[]>(compressing(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<String, byte[]>(topic, key, value)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker did not take a record of " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for the event of this type that names the cause. */
    public static <T extends SpecificRecord> T await(String topic, Class<T> type, SpecificRecord cause) {
        return type.cast(SingleObject.decode(await(
                        topic, record -> follows(record, cause) && type.isInstance(SingleObject.decode(record.value())))
                .value()));
    }

    /** Waits for a record. */
    public static ConsumerRecord<String, byte[]> await(String topic, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            Optional<ConsumerRecord<String, byte[]>> found =
                    records(topic).stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError("Nothing of the kind came to %s within %s".formatted(topic, LONGEST));
    }

    /** The events that name the cause, as far as they are there. */
    public static List<SpecificRecord> answers(String topic, SpecificRecord cause) {
        return records(topic).stream()
                .filter(record -> follows(record, cause))
                .map(record -> SingleObject.decode(record.value()))
                .toList();
    }

    private static boolean follows(ConsumerRecord<String, byte[]> record, SpecificRecord cause) {
        return envelope(cause)
                .getEventId()
                .equals(envelope(SingleObject.decode(record.value())).getCausationId());
    }

    private static List<ConsumerRecord<String, byte[]>> records(String topic) {
        try (var consumer = new KafkaConsumer<>(client(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    private static Envelope envelope(SpecificRecord event) {
        return (Envelope) event.get(ENVELOPE_FIELD);
    }

    private static Map<String, Object> compressing() {
        Map<String, Object> settings = new HashMap<>(client());
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        return settings;
    }

    private static Map<String, Object> client() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, TestServices.bootstrapServers());
    }
}
