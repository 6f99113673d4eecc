package io.crewsmith.catalogue;

import io.crewsmith.catalogue.Parameter.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks and normalises values of all types. */
final class ValueRules {

    private final TextRules texts;

    ValueRules(TextRules texts) {
        this.texts = texts;
    }

    /** The values of an object, one for each parameter; problems are added. */
    Map<String, @Nullable Object> section(
            String pointer, List<Parameter> parameters, Map<String, @Nullable Object> raw, List<Problem> problems) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            String at = pointer + "/" + escape(parameter.name());
            boolean given = raw.containsKey(parameter.name());
            Object value = given ? raw.get(parameter.name()) : parameter.fallback();
            if (value == null && parameter.required()) {
                problems.add(new Problem(
                        at,
                        "required",
                        "%s is missing; it must be %s."
                                .formatted(parameter.name(), parameter.type().words())));
            }
            values.put(parameter.name(), value == null ? null : value(at, parameter, value, problems));
        }
        List<String> known = parameters.stream().map(Parameter::name).toList();
        raw.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problems.add(new Problem(
                        pointer + "/" + escape(name), "unknown", NearMatches.sentence("parameter", name, known))));
        return values;
    }

    private @Nullable Object value(String at, Parameter parameter, Object raw, List<Problem> problems) {
        return switch (parameter.type()) {
            case TEXT ->
                raw instanceof String text
                        ? texts.check(at, parameter, text, problems)
                        : wrong(at, parameter, raw, problems);
            case FLAG -> raw instanceof Boolean ? raw : wrong(at, parameter, raw, problems);
            case INTEGER -> integer(at, parameter, raw, problems);
            case NUMBER -> number(at, parameter, raw, problems);
            case LIST ->
                raw instanceof List<?> list ? list(at, parameter, list, problems) : wrong(at, parameter, raw, problems);
            case SECTION ->
                raw instanceof Map<?, ?> map
                        ? section(at, parameter.fields(), names(map), problems)
                        : wrong(at, parameter, raw, problems);
            case JSON_SCHEMA ->
                raw instanceof Map<?, ?> schema
                        ? new OutputSchemas(texts, problems).check(at, parameter, schema) ? schema : null
                        : wrong(at, parameter, raw, problems);
        };
    }

    private @Nullable Object integer(String at, Parameter parameter, Object raw, List<Problem> problems) {
        if (raw instanceof BigInteger || (raw instanceof Long number && !inRange(parameter.limits(), number))) {
            return outOfRange(at, parameter, raw, problems);
        }
        return raw instanceof Long ? raw : wrong(at, parameter, raw, problems);
    }

    private @Nullable Object number(String at, Parameter parameter, Object raw, List<Problem> problems) {
        if (!(raw instanceof Number number)) {
            return wrong(at, parameter, raw, problems);
        }
        double value = number.doubleValue();
        return Double.isFinite(value) && inRange(parameter.limits(), value)
                ? (Object) value
                : outOfRange(at, parameter, raw, problems);
    }

    private @Nullable Object list(String at, Parameter parameter, List<?> raw, List<Problem> problems) {
        Parameter items = parameter.items();
        if (items == null || raw.size() > parameter.limits().maxLength()) {
            problems.add(new Problem(
                    at,
                    "length",
                    "%s holds more than %d items."
                            .formatted(parameter.name(), parameter.limits().maxLength())));
            return null;
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (int index = 0; index < raw.size(); index++) {
            Object item = raw.get(index);
            values.add(
                    item == null
                            ? wrong(at + "/" + index, items, "null", problems)
                            : value(at + "/" + index, items, item, problems));
        }
        return values;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> names(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }

    private static boolean inRange(Limits limits, double value) {
        Double minimum = limits.minimum();
        Double maximum = limits.maximum();
        return (minimum == null || value >= minimum) && (maximum == null || value <= maximum);
    }

    private static @Nullable Object outOfRange(String at, Parameter parameter, Object raw, List<Problem> problems) {
        problems.add(new Problem(
                at,
                "range",
                "%s must be %s from %s to %s, but is %s."
                        .formatted(
                                parameter.name(),
                                parameter.type().words(),
                                plain(parameter.limits().minimum()),
                                plain(parameter.limits().maximum()),
                                raw)));
        return null;
    }

    private static String plain(@Nullable Double limit) {
        return limit == null ? "any" : "%.0f".formatted(limit);
    }

    private static @Nullable Object wrong(String at, Parameter parameter, Object raw, List<Problem> problems) {
        String actual = raw instanceof Boolean
                ? Type.FLAG.words()
                : raw instanceof String ? Type.TEXT.words() : "something else";
        problems.add(new Problem(
                at,
                "type",
                "%s must be %s, but is %s."
                        .formatted(parameter.name(), parameter.type().words(), actual)));
        return null;
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
