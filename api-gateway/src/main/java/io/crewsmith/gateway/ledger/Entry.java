package io.crewsmith.gateway.ledger;

import io.crewsmith.events.v1.Envelope;
import io.crewsmith.platform.events.Received;
import java.time.Instant;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** An event with its place on its topic. */
record Entry(Received received, String topic, int partition, long offset, Instant recordedAt) {

    static Entry of(ConsumerRecord<String, Received> record) {
        return new Entry(
                record.value(),
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()));
    }

    SpecificRecord event() {
        return received.event();
    }

    Envelope envelope() {
        return received.envelope();
    }

    String type() {
        return event().getSchema().getName();
    }

    UUID runId() {
        return UUID.fromString(envelope().getRunId());
    }

    UUID subject() {
        return UUID.fromString(envelope().getSubject());
    }
}
