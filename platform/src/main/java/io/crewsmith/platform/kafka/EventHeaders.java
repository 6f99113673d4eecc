package io.crewsmith.platform.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.events.v1.Envelope;
import io.crewsmith.platform.events.Envelopes;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** The envelope once more as headers, in the binary mode of CloudEvents 1.0, for readers that know no Avro. */
public final class EventHeaders {

    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String TYPE = "ce_type";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String DATA_SCHEMA = "ce_dataschema";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACE_PARENT = "traceparent";

    /** CloudEvents wants an absolute URI here; what follows the scheme is the path at the gateway's door. */
    private static final String SCHEMAS = "crewsmith:/api/schemas/";

    private EventHeaders() {}

    static List<Header> of(String source, SpecificRecord event) {
        Envelope envelope = Envelopes.of(event);
        String type = event.getSchema().getFullName();
        return List.of(
                header(ID, envelope.getEventId()),
                header(SOURCE, "/crewsmith/" + source),
                header(SPEC_VERSION, "1.0"),
                header(TYPE, type),
                header(SUBJECT, envelope.getSubject()),
                header(TIME, envelope.getOccurredAt().toString()),
                header(DATA_SCHEMA, SCHEMAS + type),
                header(CONTENT_TYPE, "application/avro"));
    }

    static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
