package io.crewsmith.platform.kafka;

import io.crewsmith.platform.events.Envelopes;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.platform.events.MalformedEventException;
import io.crewsmith.platform.events.Received;
import io.crewsmith.schemas.Topics;
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
        requireCarried(topic, event);
        EnvelopeCheck.check(Envelopes.of(event));
        return new Received(event, data);
    }

    /** A record on a foreign topic would be taken for the word of that topic's owner. */
    private static void requireCarried(String topic, SpecificRecord event) {
        boolean foreign = Topics.all().stream()
                .anyMatch(
                        known -> known.name().equals(topic) && !known.records().contains(event.getClass()));
        if (foreign) {
            throw new MalformedEventException(
                    "%s does not carry %s".formatted(topic, event.getSchema().getName()));
        }
    }
}
