package io.crewsmith.schemas.docs;

import io.crewsmith.schemas.Contract;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The headers of a record as a JSON schema: CloudEvents 1.0 in Kafka's binary mode, and W3C Trace Context. */
final class CloudEventHeaders {

    private static final String ALL = """
            {
              "type": "object",
              "properties": {
                "ce_id": {"type": "string", "format": "uuid", "description": "The envelope's eventId."},
                "ce_source": {
                  "type": "string", "format": "uri-reference",
                  "description": "Who says it: /crewsmith/ and the name of the service, or the publisher's own URI."
                },
                "ce_specversion": {"type": "string", "const": "1.0"},
                "ce_type": {"type": "string", "description": "Full name of the record."},
                "ce_subject": {"type": "string", "format": "uuid", "description": "The envelope's subject: the key."},
                "ce_time": {"type": "string", "format": "date-time", "description": "The envelope's occurredAt."},
                "ce_dataschema": {
                  "type": "string", "format": "uri",
                  "description": "The schema; what follows crewsmith: is its path at the gateway."
                },
                "content-type": {"type": "string", "const": "application/avro"},
                "traceparent": {"type": "string", "description": "The trace that the record belongs to."}
              }
            }
            """;

    private static final List<String> ALWAYS_SAID = List.of(
            "ce_id",
            "ce_source",
            "ce_specversion",
            "ce_type",
            "ce_subject",
            "ce_time",
            "ce_dataschema",
            "content-type");

    private CloudEventHeaders() {}

    /** What may be there, whatever the record. */
    static ObjectNode ofEveryRecord() {
        return (ObjectNode) JsonMapper.shared().readTree(ALL);
    }

    /**
     * What this record says in them.
     *
     * @param required whether they are always there: we set them, but do not insist on those of others
     */
    static ObjectNode of(Contract contract, boolean required) {
        ObjectNode headers = JsonMapper.shared().createObjectNode().put("type", "object");
        if (required) {
            ALWAYS_SAID.forEach(headers.withArrayProperty("required")::add);
        }
        ObjectNode properties = headers.putObject("properties");
        properties.putObject("ce_type").put("const", contract.fullName());
        properties.putObject("ce_dataschema").put("const", "crewsmith:/api/schemas/" + contract.fullName());
        return headers;
    }
}
