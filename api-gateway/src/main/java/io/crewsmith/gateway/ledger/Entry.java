package io.crewsmith.gateway.ledger;

import io.crewsmith.events.v1.Envelope;
import io.crewsmith.platform.events.Received;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.util.RawValue;

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

    /** The columns of {@code ledger.events}; no entry where a column is null. */
    Map<String, Object> row() {
        var row = new HashMap<String, Object>();
        row.put("event_id", received.eventId());
        row.put("type", type());
        row.put("topic", topic);
        row.put("partition", partition);
        row.put("topic_offset", offset);
        row.put("run_id", runId());
        row.put("subject", subject());
        row.put("actor", envelope().getActor());
        row.put("digest", received.digest());
        row.put("occurred_at", envelope().getOccurredAt());
        row.put("recorded_at", recordedAt);
        row.put("event", new RawValue(event().toString()));
        if (envelope().getCausationId() != null) {
            row.put("causation_id", envelope().getCausationId());
        }
        if (envelope().getCauseDigest() != null) {
            row.put("cause_digest", envelope().getCauseDigest());
        }
        return row;
    }
}
