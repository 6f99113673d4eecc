package io.crewsmith.standalone.demo;

import io.crewsmith.events.v1.Envelope;
import io.crewsmith.platform.events.Digests;
import io.crewsmith.platform.events.Envelopes;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.schemas.Topic;
import io.crewsmith.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the audit trail of a run where it is: on the topics. */
final class Trail {

    /** An event with its place, and the digests by which it and its cause hold each other. */
    record Entry(String type, String topic, long offset, Envelope envelope, String digest, Instant recordedAt) {}

    private static final Duration POLL = Duration.ofMillis(200);

    private Trail() {}

    /** The events of the run, in the order in which the topics took them. */
    static List<Entry> of(UUID runId, String kafka) {
        Map<String, Object> settings =
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka, ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Topics.trail().stream()
                    .map(Topic::name)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream().map(Trail::partition))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readToEnd(consumer, consumer.endOffsets(partitions)).stream()
                    .filter(entry -> entry.envelope().getRunId().equals(runId.toString()))
                    .sorted(Comparator.comparing(Entry::recordedAt))
                    .toList();
        }
    }

    private static List<Entry> readToEnd(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        EventCodec codec = new EventCodec();
        List<Entry> entries = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> entries.add(entry(record, codec)));
        }
        return entries;
    }

    private static Entry entry(ConsumerRecord<String, byte[]> record, EventCodec codec) {
        var event = codec.decode(record.value());
        return new Entry(
                event.getSchema().getName(),
                record.topic(),
                record.offset(),
                Envelopes.of(event),
                Digests.sha256(record.value()),
                Instant.ofEpochMilli(record.timestamp()));
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }
}
