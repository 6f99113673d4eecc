package io.crewsmith.platform.events;

import io.crewsmith.events.v1.Envelope;
import io.crewsmith.schemas.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.SystemLimitException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.SchemaStore;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Turns events into bytes and back by Avro's single-object encoding: two marker bytes, the fingerprint of the writer's
 * schema, the record (Avro specification, "Single-object encoding").
 */
public final class EventCodec {

    private static final int HEADER_BYTES = 10;
    private static final byte[] MARKER = {(byte) 0xC3, (byte) 0x01};

    /** No record is longer (the brokers' limit), so no text in it is. */
    private static final int LONGEST_TEXT = 4 * 1024 * 1024;

    static {
        // Avro makes room for a text before it reads it: ten bytes that claim two billion would end the process.
        System.getProperties().putIfAbsent(SystemLimitException.MAX_STRING_LENGTH_PROPERTY, "" + LONGEST_TEXT);
        System.getProperties().putIfAbsent(SystemLimitException.MAX_BYTES_LENGTH_PROPERTY, "" + LONGEST_TEXT);

        // Avro makes only objects that it is told to trust, and ours are made by the classes that its compiler
        // generated.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getPackage() == Envelope.class.getPackage()));
    }

    private final SchemaStore.Cache writers = new SchemaStore.Cache();
    private final Map<Long, BinaryMessageDecoder<SpecificRecord>> decoders = new HashMap<>();
    private final Map<String, BinaryMessageEncoder<SpecificRecord>> encoders = new HashMap<>();

    /** A codec for all records of {@link Topics} and for their released schemas. */
    public EventCodec() {
        Topics.all().stream()
                .flatMap(topic -> topic.records().stream())
                .distinct()
                .map(SpecificData.get()::getSchema)
                .forEach(this::add);
    }

    private void add(Schema schema) {
        SpecificData model = SpecificData.getForSchema(schema);
        writers.addSchema(schema);
        encoders.put(schema.getFullName(), new BinaryMessageEncoder<>(model, schema));
        addDecoder(schema, schema, model);
        for (Schema released : ReleasedSchemas.of(schema)) {
            writers.addSchema(released);
            addDecoder(released, schema, model);
        }
    }

    private void addDecoder(Schema writer, Schema reader, SpecificData model) {
        decoders.put(
                SchemaNormalization.parsingFingerprint64(writer), new BinaryMessageDecoder<>(model, reader, writers));
    }

    /** The bytes of the event. */
    public byte[] encode(SpecificRecord event) {
        var encoder = encoders.get(event.getSchema().getFullName());
        if (encoder == null) {
            throw new IllegalArgumentException(
                    "No topic carries %s".formatted(event.getSchema().getFullName()));
        }
        try {
            ByteBuffer encoded = encoder.encode(event);
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new IllegalStateException("Memory cannot fail to be written", e);
        }
    }

    /**
     * The event of the bytes.
     *
     * @throws MalformedEventException if they are no single object of a schema that we know
     */
    public SpecificRecord decode(byte[] bytes) {
        BinaryMessageDecoder<SpecificRecord> decoder = decoders.get(fingerprint(bytes));
        if (decoder == null) {
            throw new MalformedEventException("The record's schema is unknown; GET /api/schemas lists the known ones");
        }
        try {
            return decoder.decode(bytes);
        } catch (IOException | RuntimeException e) {
            throw new MalformedEventException("The record does not match the schema that it names", e);
        }
    }

    private static long fingerprint(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes[0] != MARKER[0] || bytes[1] != MARKER[1]) {
            throw new MalformedEventException("The record is no Avro single object (it must begin with C3 01)");
        }
        return ByteBuffer.wrap(bytes, MARKER.length, Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getLong();
    }
}
