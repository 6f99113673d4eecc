package io.crewsmith.platform.kafka;

import io.crewsmith.events.v1.Envelope;
import io.crewsmith.platform.events.Envelopes;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.platform.events.MalformedEventException;
import io.crewsmith.platform.events.Received;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the value of a record and checks what every listener relies on. */
final class ReceivedDeserializer implements Deserializer<Received> {

    private final EventCodec codec;

    ReceivedDeserializer(EventCodec codec) {
        this.codec = codec;
    }

    @Override
    public Received deserialize(String topic, byte[] data) {
        if (data == null) {
            throw new MalformedEventException("The record has no value");
        }
        SpecificRecord event = codec.decode(data);
        Envelope envelope = Envelopes.of(event);
        requireUuid("eventId", envelope.getEventId());
        requireUuid("runId", envelope.getRunId());
        requireUuid("subject", envelope.getSubject());
        return new Received(event, data);
    }

    private static void requireUuid(String field, String value) {
        try {
            if (!UUID.fromString(value).toString().equals(value)) {
                throw new MalformedEventException("envelope.%s must be a lower-case UUID".formatted(field));
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedEventException("envelope.%s must be a UUID".formatted(field), e);
        }
    }
}
