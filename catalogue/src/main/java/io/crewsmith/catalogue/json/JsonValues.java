package io.crewsmith.catalogue.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON as plain Java values: String, Long or BigInteger, Double, Boolean, List, Map, null. */
final class JsonValues {

    private JsonValues() {}

    static @Nullable Object of(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> node.stringValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            case ARRAY -> list(node);
            case OBJECT -> object(node);
            case NULL, MISSING, BINARY, POJO -> null;
        };
    }

    static Map<String, @Nullable Object> object(JsonNode node) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        node.propertyStream().forEach(entry -> values.put(entry.getKey(), of(entry.getValue())));
        return values;
    }

    private static List<@Nullable Object> list(JsonNode node) {
        List<@Nullable Object> values = new ArrayList<>();
        node.valueStream().forEach(value -> values.add(of(value)));
        return values;
    }

    private static Object number(JsonNode node) {
        if (!node.isIntegralNumber()) {
            return node.doubleValue();
        }
        return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
    }
}
