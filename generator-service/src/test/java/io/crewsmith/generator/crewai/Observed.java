package io.crewsmith.generator.crewai;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the probe saw of one agent. */
record Observed(JsonNode seen) {

    String id() {
        return seen.path("id").asString();
    }

    /** Why it did not come to its end; empty if it did. */
    String error() {
        return seen.path("error").asString("");
    }

    JsonNode own(String name) {
        return seen.path("own").path(name);
    }

    JsonNode agent(String pointer) {
        return seen.path("agent").at("/" + pointer);
    }

    JsonNode crew(String pointer) {
        return seen.path("crew").at("/" + pointer);
    }

    /** What the provider was asked of one kind: chat, embedding, knowledge, outside. */
    List<JsonNode> asked(String kind) {
        return StreamSupport.stream(seen.path("asked").spliterator(), false)
                .filter(asked -> asked.path("kind").asString().equals(kind))
                .toList();
    }

    /** One field of each object in a list of the agent. */
    JsonNode each(String list, String field) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        agent(list).forEach(item -> values.add(item.path(field)));
        return values;
    }

    /** A field of the request by which the agent does its task: the last that does not plan, judge or remember. */
    JsonNode chat(String field) {
        return seen.path("task").path(field);
    }
}
