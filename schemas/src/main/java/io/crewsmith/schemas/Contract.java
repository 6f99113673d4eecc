package io.crewsmith.schemas;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;

/**
 * A record, and the topics that carry it.
 *
 * @param schema the whole schema of the record, with every type that it uses
 * @param topics in the order of {@link Topics#all()}
 */
public record Contract(Schema schema, List<Topic> topics) {

    public Contract {
        topics = List.copyOf(topics);
    }

    /** Every record of every topic, in the order in which a run meets them. */
    public static List<Contract> all() {
        Map<Schema, List<Topic>> topics = Topics.all().stream()
                .flatMap(topic -> topic.records().stream()
                        .map(record -> Map.entry(SpecificData.get().getSchema(record), topic)))
                .collect(groupingBy(Map.Entry::getKey, LinkedHashMap::new, mapping(Map.Entry::getValue, toList())));
        return topics.entrySet().stream()
                .map(entry -> new Contract(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Namespace and name. */
    public String fullName() {
        return schema.getFullName();
    }

    /**
     * CRC-64-AVRO of the schema's parsing canonical form, as 16 lower-case hex digits in the order of the bytes of the
     * single-object header: little-endian (Avro specification, "Single-object encoding").
     */
    public String fingerprint() {
        byte[] header = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(SchemaNormalization.parsingFingerprint64(schema))
                .array();
        return HexFormat.of().formatHex(header);
    }
}
