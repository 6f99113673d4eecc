package io.crewsmith.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.platform.events.Received;
import io.crewsmith.schemas.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.support.KafkaHeaders;

/**
 * Writes dead letters with their causes in headers. A record may be as large as the broker takes, and then its letter,
 * which says more, would be too large and the topic would stand still. So that letter only says where the record is.
 */
final class DeadLetters extends DeadLetterPublishingRecoverer {

    /** Says of a letter without the record's value and headers why they are not there. */
    static final String LEFT_OUT = "crewsmith_dlt-left-out";

    /** Below the broker's and the producer's limit of 4 MiB, with room for what a batch says besides. */
    private static final int LARGEST = 4 * 1024 * 1024 - 64 * 1024;

    private static final int LARGEST_KEY = 1024;

    DeadLetters(KafkaOperations<?, ?> kafka) {
        super(kafka, (record, failure) -> new TopicPartition(record.topic() + Topic.DEAD_LETTER_ENDING, -1));
    }

    @Override
    protected ProducerRecord<Object, Object> createProducerRecord(
            ConsumerRecord<?, ?> record,
            TopicPartition place,
            Headers headers,
            byte @Nullable [] key,
            byte @Nullable [] value) {
        ProducerRecord<Object, Object> letter = super.createProducerRecord(record, place, headers, key, value);
        long size = size(letter);
        return size <= LARGEST ? letter : reference(letter, size);
    }

    private static ProducerRecord<Object, Object> reference(ProducerRecord<Object, Object> letter, long size) {
        Headers headers = new RecordHeaders();
        for (Header header : letter.headers()) {
            if (header.key().startsWith(KafkaHeaders.PREFIX + "dlt-")
                    && !header.key().equals(KafkaHeaders.DLT_EXCEPTION_STACKTRACE)) {
                headers.add(header);
            }
        }
        headers.add(EventHeaders.header(
                LEFT_OUT,
                "%d bytes are too many for a dead letter; the record is where kafka_dlt-original-* say"
                        .formatted(size)));
        Object key = sizeOf(letter.key()) <= LARGEST_KEY ? letter.key() : null;
        return new ProducerRecord<>(letter.topic(), letter.partition(), key, null, headers);
    }

    private static long size(ProducerRecord<Object, Object> letter) {
        long size = sizeOf(letter.key()) + sizeOf(letter.value());
        for (Header header : letter.headers()) {
            size += header.key().length() + sizeOf(header.value());
        }
        return size;
    }

    private static long sizeOf(@Nullable Object part) {
        return switch (part) {
            case byte[] bytes -> bytes.length;
            case String text -> text.getBytes(UTF_8).length;
            case Received received -> received.bytes().length;
            case null, default -> 0;
        };
    }
}
