package io.crewsmith.platform.kafka;

import io.crewsmith.platform.events.Received;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes values as they are: our own bytes, or those of a record that goes to the dead letters. */
final class ReceivedSerializer implements Serializer<Object> {

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case byte[] bytes -> bytes;
            case Received received -> received.bytes();
            default -> throw new IllegalArgumentException("No bytes in a " + value.getClass());
        };
    }
}
