package io.crewsmith.validator;

import io.crewsmith.platform.events.Envelopes;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.testsupport.TestServices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning until an event of a run is there. */
final class TopicReader {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private TopicReader() {}

    static List<SpecificRecord> await(String topic, String runId) {
        EventCodec codec = new EventCodec();
        try (var consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) TestServices.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<SpecificRecord> found = new ArrayList<>();
            long end = System.nanoTime() + LONGEST.toNanos();
            while (found.isEmpty() && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    SpecificRecord event = codec.decode(record.value());
                    if (Envelopes.of(event).getRunId().equals(runId)) {
                        found.add(event);
                    }
                });
            }
            return found;
        }
    }
}
