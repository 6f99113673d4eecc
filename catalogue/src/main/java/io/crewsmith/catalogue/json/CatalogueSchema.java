package io.crewsmith.catalogue.json;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Destination;
import io.crewsmith.catalogue.Format;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Limits;
import io.crewsmith.catalogue.Parameter;
import io.crewsmith.catalogue.Tool;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The catalogue as JSON Schema 2020-12, for forms and other programs. It states what a schema can state; the rules have
 * the last word. Beside the standard: {@code x-group} (what belongs together), {@code x-one-line}, {@code x-rendered}
 * (how the code says it), {@code x-column} (where it is kept), {@code x-since} and {@code x-deprecated} (versions of the
 * target), {@code x-environment} (the variables that a tool needs where the agent runs) and {@code x-capabilities} (what
 * it can do).
 */
public final class CatalogueSchema {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Catalogue catalogue;

    public CatalogueSchema(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What a configuration of this kind may say. */
    public ObjectNode of(Kind kind) {
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "/api/catalogue/%s/%s".formatted(catalogue.target(), kind.word()));
        schema.put("title", "%s for %s".formatted(title(kind), catalogue.target()));
        return section(schema, catalogue.parameters(kind));
    }

    private static String title(Kind kind) {
        return switch (kind) {
            case AGENT -> "Agent";
            case CREW -> "Crew";
            case TASK -> "Task";
        };
    }

    private ObjectNode section(ObjectNode schema, List<Parameter> parameters) {
        schema.put("additionalProperties", false);
        ArrayNode required = schema.putArray("required");
        ObjectNode properties = schema.putObject("properties");
        for (Parameter parameter : parameters) {
            properties.set(parameter.name(), property(parameter));
            if (parameter.required()) {
                required.add(parameter.name());
            }
        }
        return schema;
    }

    private ObjectNode property(Parameter parameter) {
        ObjectNode schema = JSON.createObjectNode();
        type(schema, parameter);
        schema.put("description", parameter.doc());
        limits(schema, parameter.type(), parameter.limits());
        if (parameter.fallback() != null) {
            schema.set("default", JSON.valueToTree(parameter.fallback()));
        }
        if (!parameter.group().isEmpty()) {
            schema.put("x-group", parameter.group());
        }
        if (!parameter.examples().isEmpty()) {
            parameter.examples().forEach(schema.putArray("examples")::add);
        }
        destination(schema, parameter.destination());
        return switch (parameter.type()) {
            case SECTION -> section(schema, parameter.fields());
            case LIST -> schema.set("items", items(parameter.items()));
            case TEXT, INTEGER, NUMBER, FLAG, JSON_SCHEMA -> schema;
        };
    }

    private static void destination(ObjectNode schema, Destination destination) {
        putUnlessEmpty(schema, "x-column", destination.column());
        putUnlessEmpty(schema, "x-rendered", destination.rendered());
        schema.put("x-since", destination.since());
        if (destination.deprecated() != null) {
            schema.put("x-deprecated", destination.deprecated());
        }
    }

    private static void putUnlessEmpty(ObjectNode schema, String name, String value) {
        if (!value.isEmpty()) {
            schema.put(name, value);
        }
    }

    private ObjectNode items(@Nullable Parameter items) {
        return items == null ? JSON.createObjectNode() : property(items);
    }

    private static void type(ObjectNode schema, Parameter parameter) {
        String type = switch (parameter.type()) {
            case TEXT -> "string";
            case INTEGER -> "integer";
            case NUMBER -> "number";
            case FLAG -> "boolean";
            case LIST -> "array";
            case SECTION, JSON_SCHEMA -> "object";
        };
        if (parameter.required() || parameter.name().isEmpty()) {
            schema.put("type", type);
        } else {
            schema.putArray("type").add(type).add("null");
        }
    }

    private void limits(ObjectNode schema, Parameter.Type type, Limits limits) {
        if (limits.minimum() != null) {
            schema.put("minimum", limits.minimum());
        }
        if (limits.maximum() != null) {
            schema.put("maximum", limits.maximum());
        }
        if (limits.minLength() > 0) {
            schema.put("minLength", limits.minLength());
        }
        if (limits.maxLength() < Integer.MAX_VALUE) {
            schema.put(type == Parameter.Type.LIST ? "maxItems" : "maxLength", limits.maxLength());
        }
        if (limits.pattern() != null) {
            schema.put("pattern", "^(?:%s)$".formatted(limits.pattern()));
        }
        if (!limits.values().isEmpty()) {
            limits.values().forEach(schema.putArray("enum")::add);
        }
        if (limits.oneLine()) {
            schema.put("x-one-line", true);
        }
        format(schema, limits.format());
    }

    private void format(ObjectNode schema, Format format) {
        switch (format) {
            case NONE -> {}
            case KEY -> schema.put("pattern", "^%s$".formatted(Catalogue.KEY));
            case HTTPS_URL -> schema.put("format", "uri");
            case UUID -> schema.put("format", "uuid");
            case TOOL -> tools(schema);
            case GUARDRAIL -> catalogue.guardrails().stream().sorted().forEach(schema.putArray("examples")::add);
        }
    }

    private void tools(ObjectNode schema) {
        ArrayNode keys = schema.putArray("enum");
        ObjectNode environment = schema.putObject("x-environment");
        ObjectNode capabilities = schema.putObject("x-capabilities");
        for (Tool tool : catalogue.tools()) {
            keys.add(tool.key());
            tool.capabilities().forEach(capabilities.putArray(tool.key())::add);
            if (!tool.environment().isEmpty()) {
                tool.environment().forEach(environment.putArray(tool.key())::add);
            }
        }
    }
}
