package io.crewsmith.schemas.docs;

import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A schema as JSON for every language: without what is said in it to Java alone. */
final class AvroJson {

    private static final String JAVA_STRING = "avro.java.string";
    private static final String TYPE = "type";

    private AvroJson() {}

    static JsonNode of(Schema schema) {
        return portable(JsonMapper.shared().readTree(schema.toString()));
    }

    private static JsonNode portable(JsonNode node) {
        return switch (node) {
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(item -> copy.add(portable(item)));
                yield copy;
            }
            case ObjectNode object
            when object.has(JAVA_STRING) -> StringNode.valueOf(object.get(TYPE).asString());
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.forEachEntry((name, value) -> copy.set(name, portable(value)));
                yield copy;
            }
            default -> node;
        };
    }
}
