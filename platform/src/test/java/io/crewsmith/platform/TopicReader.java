package io.crewsmith.platform;

import io.crewsmith.testsupport.TestServices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning until what is expected is there. */
final class TopicReader {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private TopicReader() {}

    /** The records so far that match, as soon as there is one. */
    static List<ConsumerRecord<String, byte[]>> await(
            String topic, Predicate<ConsumerRecord<String, byte[]>> expected) {
        try (var consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) TestServices.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            long end = System.nanoTime() + LONGEST.toNanos();
            while (found.isEmpty() && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (expected.test(record)) {
                        found.add(record);
                    }
                });
            }
            return found;
        }
    }
}
