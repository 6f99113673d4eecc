package io.crewsmith.testsupport;

import io.crewsmith.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Avro's single-object encoding by Avro's own classes alone, so that tests do not trust what they test. */
final class SingleObject {

    private static final int FINGERPRINT_AT = 2;

    private static final Map<Long, BinaryMessageDecoder<SpecificRecord>> DECODERS = Topics.all().stream()
            .flatMap(topic -> topic.records().stream())
            .distinct()
            .map(SpecificData.get()::getSchema)
            .collect(Collectors.toMap(
                    SchemaNormalization::parsingFingerprint64,
                    schema -> new BinaryMessageDecoder<>(SpecificData.getForSchema(schema), schema)));

    private SingleObject() {}

    static byte[] encode(SpecificRecord event) {
        Schema schema = event.getSchema();
        try {
            ByteBuffer encoded =
                    new BinaryMessageEncoder<SpecificRecord>(SpecificData.getForSchema(schema), schema).encode(event);
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SpecificRecord decode(byte[] bytes) {
        long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(FINGERPRINT_AT);
        BinaryMessageDecoder<SpecificRecord> decoder = DECODERS.get(fingerprint);
        if (decoder == null) {
            throw new IllegalArgumentException("A record of an unknown schema");
        }
        try {
            return decoder.decode(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
