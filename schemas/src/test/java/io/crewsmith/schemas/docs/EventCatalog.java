package io.crewsmith.schemas.docs;

import static java.util.stream.Collectors.joining;

import io.crewsmith.schemas.Contract;
import io.crewsmith.schemas.Topic;
import io.crewsmith.schemas.Topics;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The event catalogue: every topic, every record, every field, in Markdown. */
final class EventCatalog {

    private static final String BEGINNING = """
            # Event catalogue

            Which topics there are, who writes them, and what their records say. Made from the Avro schemas and the topic
            catalogue by `mvn -pl schemas test -Dcrewsmith.write-golden=true`; the build fails where this page differs from
            them. For tools there is the same as [AsyncAPI](asyncapi.yaml); a running platform answers `GET /api/schemas`.

            - **Value:** an Avro single object: `C3 01`, the fingerprint of the writer's schema, the record. The
              fingerprints below are the 8 bytes of that header, in that order.
            - **Key:** the envelope's `subject`, as text. A record under another key is refused, since it would not stay in
              order. The partition is that of Kafka's own Java client (murmur2; `murmur2_random` in librdkafka).
            - **Headers:** the envelope once more, as CloudEvents in binary mode (`ce_id`, `ce_source`, `ce_specversion`,
              `ce_type`, `ce_subject`, `ce_time`, `ce_dataschema`, `content-type`), and `traceparent`. Nothing here depends
              on those of others.
            - **Dead letters:** beside each topic there is `<topic>.dlt`, with one partition and kept for ever. It takes the
              records that a reader of the topic could not process; their headers say why.
            - **Evolution:** fields come with a default, and none goes: old readers read new records, and new readers old
              ones.

            ## Topics

            | topic | written by | key | partitions | kept | records |
            |---|---|---|---|---|---|
            """;

    private EventCatalog() {}

    /** The whole page. */
    static String markdown() {
        List<Contract> contracts = Contract.all();
        return BEGINNING
                + lines(Topics.all().stream().map(EventCatalog::row))
                + "\n## Records\n"
                + lines(contracts.stream().map(EventCatalog::record))
                + "\n## Shared types\n"
                + lines(AvroTypes.shared(contracts).stream().map(EventCatalog::type));
    }

    private static String row(Topic topic) {
        return "| `%s` | %s | %s | %d | %s | %s |\n"
                .formatted(
                        topic.name(),
                        topic.owner(),
                        topic.key(),
                        topic.partitions(),
                        kept(topic),
                        topic.records().stream()
                                .map(SpecificData.get()::getSchema)
                                .map(AvroTypes::words)
                                .collect(joining(", ")));
    }

    private static String kept(Topic topic) {
        return topic.retention().equals(Topic.FOREVER)
                ? "for ever"
                : "%d h".formatted(topic.retention().toHours());
    }

    private static String record(Contract contract) {
        String topics = contract.topics().stream()
                .map(topic -> "`%s`".formatted(topic.name()))
                .collect(joining(", "));
        return "\n### %s\n\n%s\n\nOn %s. Fingerprint `%s`.\n\n%s"
                .formatted(
                        contract.schema().getName(),
                        contract.schema().getDoc(),
                        topics,
                        contract.fingerprint(),
                        fields(contract.schema()));
    }

    private static String type(Schema schema) {
        String content = schema.getType() == Schema.Type.RECORD
                ? fields(schema)
                : schema.getEnumSymbols().stream().map("`%s`"::formatted).collect(joining(", ", "One of ", ".\n"));
        return "\n### %s\n\n%s\n\n%s".formatted(schema.getName(), schema.getDoc(), content);
    }

    private static String fields(Schema schema) {
        return "| field | type | what it is |\n|---|---|---|\n"
                + lines(schema.getFields().stream()
                        .map(field -> "| `%s` | %s | %s |\n"
                                .formatted(field.name(), AvroTypes.words(field.schema()), field.doc())));
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(joining());
    }
}
