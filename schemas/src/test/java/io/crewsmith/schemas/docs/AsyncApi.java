package io.crewsmith.schemas.docs;

import io.crewsmith.schemas.Contract;
import io.crewsmith.schemas.Topic;
import io.crewsmith.schemas.Topics;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The topics as an AsyncAPI 3.0.0 document, seen from Crewsmith: it receives agent changes and sends the rest. */
final class AsyncApi {

    private static final String BINDING_VERSION = "0.5.0";
    private static final String AVRO = "application/vnd.apache.avro;version=1.9.0";
    private static final String TRAIT = "cloudEvent";

    private static final String FRAME = """
            {
              "asyncapi": "3.0.0",
              "info": {
                "title": "Crewsmith",
                "version": "1.0.0",
                "description": "Agent configurations in, proven and reviewed CrewAI code out. Every step is an event. A value is an Avro single object: C3 01, the fingerprint (CRC-64-AVRO, little-endian) of the writer's schema, the record."
              },
              "defaultContentType": "application/avro",
              "servers": {
                "kafka": {
                  "host": "{bootstrapServers}",
                  "protocol": "kafka",
                  "description": "The broker of the platform.",
                  "variables": {
                    "bootstrapServers": {
                      "default": "127.0.0.1:9092",
                      "description": "For the platform on one machine: \\"kafka\\" in data/platform.json."
                    }
                  }
                }
              }
            }
            """;

    private final ObjectNode document = (ObjectNode) JsonMapper.shared().readTree(FRAME);
    private final ObjectNode channels = document.putObject("channels");
    private final ObjectNode operations = document.putObject("operations");
    private final ObjectNode messages = document.putObject("components").putObject("messages");

    private AsyncApi() {}

    /** The whole document. */
    static ObjectNode document() {
        var api = new AsyncApi();
        Topics.all().forEach(topic -> {
            api.addChannel(topic);
            api.addOperation(topic);
        });
        Contract.all().forEach(api::addMessage);
        api.addTrait();
        return api.document;
    }

    private void addChannel(Topic topic) {
        ObjectNode channel = channels.putObject(topic.name())
                .put("address", topic.name())
                .put(
                        "description",
                        "Written by: %s. Key: %s. What its readers cannot process is in %s."
                                .formatted(topic.owner(), topic.key(), topic.deadLetters()));
        ObjectNode carried = channel.putObject("messages");
        topic.records()
                .forEach(record -> reference(carried.putObject(name(record)), "/components/messages/" + name(record)));
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.name()).put("partitions", topic.partitions());
        kafka.putObject("topicConfiguration")
                .put("retention.ms", topic.retention().toMillis());
        kafka.put("bindingVersion", BINDING_VERSION);
    }

    private void addOperation(Topic topic) {
        String action = isOfOthers(topic) ? "receive" : "send";
        ObjectNode operation = operations.putObject(action + "." + topic.name()).put("action", action);
        reference(operation.putObject("channel"), "/channels/" + topic.name());
        operation.put(
                "summary",
                isOfOthers(topic)
                        ? "Other services say what an agent is now, or that it is gone."
                        : "Written by %s; open to readers.".formatted(topic.owner()));
    }

    private void addMessage(Contract contract) {
        Schema schema = contract.schema();
        boolean ours = contract.topics().stream().noneMatch(AsyncApi::isOfOthers);
        ObjectNode message = messages.putObject(schema.getName())
                .put("name", schema.getFullName())
                .put("title", schema.getName())
                .put("summary", schema.getDoc())
                .put("x-avro-fingerprint", contract.fingerprint());
        message.set("headers", CloudEventHeaders.of(contract, ours));
        message.putObject("payload").put("schemaFormat", AVRO).set("schema", AvroJson.of(schema));
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key")
                .put("type", "string")
                .put("format", "uuid")
                .put("description", "The envelope's subject.");
        kafka.put("bindingVersion", BINDING_VERSION);
        reference(message.putArray("traits").addObject(), "/components/messageTraits/" + TRAIT);
    }

    private void addTrait() {
        ((ObjectNode) document.get("components"))
                .putObject("messageTraits")
                .putObject(TRAIT)
                .set("headers", CloudEventHeaders.ofEveryRecord());
    }

    private static boolean isOfOthers(Topic topic) {
        return topic.name().equals(Topics.AGENT_CHANGES);
    }

    private static void reference(ObjectNode node, String place) {
        node.put("$ref", "#" + place);
    }

    private static String name(Class<?> record) {
        return SpecificData.get().getSchema(record).getName();
    }
}
