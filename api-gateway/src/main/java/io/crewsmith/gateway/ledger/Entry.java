package io.crewsmith.gateway.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.crewsmith.events.v1.Envelope;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.kafka.EventHeaders;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/** An event with its place on its topic. */
record Entry(
        Received received,
        String topic,
        int partition,
        long offset,
        Instant recordedAt,
        @Nullable String traceParent) {

    /** W3C Trace Context, version-trace-parent-flags. Who writes something else there has no trace. */
    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    static Entry of(ConsumerRecord<String, Received> record) {
        return new Entry(
                record.value(),
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                traceParent(record.headers()));
    }

    private static @Nullable String traceParent(Headers headers) {
        Header header = headers.lastHeader(EventHeaders.TRACE_PARENT);
        String value = header == null ? "" : new String(header.value(), US_ASCII);
        return TRACE_PARENT.matcher(value).matches() ? value : null;
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
        if (traceParent != null) {
            row.put("trace_parent", traceParent);
        }
        return row;
    }
}
