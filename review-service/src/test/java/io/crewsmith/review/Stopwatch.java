package io.crewsmith.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.Envelope;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.testsupport.TestServices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes many events at once and notes when each of their answers is there. */
final class Stopwatch implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private record Answer(Class<?> type, String run, String cause, long nanos) {}

    private final EventCodec codec = new EventCodec();
    private final KafkaProducer<String, byte[]> producer =
            new KafkaProducer<>(client(), new StringSerializer(), new ByteArraySerializer());
    private final KafkaConsumer<String, byte[]> consumer =
            new KafkaConsumer<>(client(), new StringDeserializer(), new ByteArrayDeserializer());
    private final Map<String, Long> published = new HashMap<>();
    private final List<Answer> answers = new ArrayList<>();

    Stopwatch(String topic) {
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
        consumer.seekToEnd(consumer.assignment());
        consumer.assignment().forEach(consumer::position);
    }

    /** All of them, without waiting for one; what is lost is missed by {@link #await}. */
    void publish(String topic, List<? extends SpecificRecord> events) {
        for (SpecificRecord event : events) {
            Envelope envelope = envelope(event);
            published.put(envelope.getEventId(), System.nanoTime());
            Future<RecordMetadata> unused =
                    producer.send(new ProducerRecord<>(topic, envelope.getSubject(), codec.encode(event)));
        }
    }

    /** Waits until each of the causes has an answer of this type. */
    Latencies await(List<? extends SpecificRecord> causes, Class<?> type) {
        Set<String> ids = new HashSet<>();
        causes.forEach(cause -> ids.add(envelope(cause).getEventId()));
        long end = System.nanoTime() + LONGEST.toNanos();
        List<Answer> found = found(ids, type);
        while (found.size() < ids.size() && System.nanoTime() < end) {
            consumer.poll(Duration.ofMillis(100)).forEach(this::note);
            found = found(ids, type);
        }
        assertThat(found).as(type.getSimpleName()).hasSameSizeAs(ids);
        return latencies(found);
    }

    private List<Answer> found(Set<String> causes, Class<?> type) {
        return answers.stream()
                .filter(answer -> answer.type().equals(type) && causes.contains(answer.cause()))
                .toList();
    }

    private Latencies latencies(List<Answer> found) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        List<Long> nanos = new ArrayList<>();
        for (Answer answer : found) {
            long begun = published.getOrDefault(answer.cause(), 0L);
            first = Math.min(first, begun);
            last = Math.max(last, answer.nanos());
            nanos.add(answer.nanos() - begun);
        }
        return new Latencies(nanos, last - first);
    }

    /** How many answers of this type the runs have, of which none may have two. */
    long count(Class<?> type, List<? extends SpecificRecord> runs) {
        Set<String> ids = new HashSet<>();
        runs.forEach(run -> ids.add(envelope(run).getRunId()));
        List<String> found = answers.stream()
                .filter(answer -> answer.type().equals(type) && ids.contains(answer.run()))
                .map(Answer::run)
                .toList();
        assertThat(found).doesNotHaveDuplicates();
        return found.size();
    }

    private void note(ConsumerRecord<String, byte[]> record) {
        long now = System.nanoTime();
        SpecificRecord event = codec.decode(record.value());
        Envelope envelope = envelope(event);
        answers.add(new Answer(event.getClass(), envelope.getRunId(), String.valueOf(envelope.getCausationId()), now));
    }

    private static Envelope envelope(SpecificRecord event) {
        return (Envelope) event.get(0);
    }

    private static Map<String, Object> client() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, TestServices.bootstrapServers());
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
