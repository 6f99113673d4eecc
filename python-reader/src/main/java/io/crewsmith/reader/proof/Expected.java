package io.crewsmith.reader.proof;

import io.crewsmith.catalogue.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a reading of the module must give: values by JSON Pointer, in order. */
final class Expected {

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** The catalogue has a parameter that this proof has no rule for. */
    static final class UnknownParameter extends RuntimeException {

        private UnknownParameter(String pointer) {
            super("the proof does not know the parameter %s, so nothing that has it can be proven".formatted(pointer));
        }
    }

    /** Adds what the rules say of each parameter behind the prefix. */
    <S> void add(
            String prefix,
            List<Parameter> parameters,
            Map<String, Rule<S>> rules,
            S source,
            Map<String, @Nullable Object> given) {
        for (Parameter parameter : parameters) {
            String path = parameter.name();
            if (parameter.type() == Parameter.Type.SECTION) {
                parameter.fields().forEach(field -> add(prefix, path + "/" + field.name(), field, rules, source, null));
            } else {
                add(prefix, path, parameter, rules, source, given.get(path));
            }
        }
    }

    private <S> void add(
            String prefix,
            String path,
            Parameter parameter,
            Map<String, Rule<S>> rules,
            S source,
            @Nullable Object given) {
        switch (rules.get(path)) {
            case Rule.Exact<S> exact ->
                put(prefix + path, parameter.type() == Parameter.Type.FLAG && given == null ? Boolean.FALSE : given);
            case Rule.Derived<S> derived -> put(prefix + path, derived.value().apply(source));
            case Rule.Unsaid<S> unsaid -> {
                // The exact shape refuses it, should it be there after all.
            }
            case null -> throw new UnknownParameter(prefix + path);
        }
    }

    /** A list is one value for each of its elements, an object one for each of its fields; nothing for null. */
    private void put(String pointer, @Nullable Object value) {
        switch (value) {
            case null -> {
                // Absent.
            }
            case Schema schema -> values.put(pointer, schema.value());
            case List<?> list -> {
                for (int index = 0; index < list.size(); index++) {
                    put(pointer + "/" + index, list.get(index));
                }
            }
            case Map<?, ?> map -> map.forEach((name, part) -> put(pointer + "/" + name, part));
            default -> values.put(pointer, value);
        }
    }

    /** A JSON Schema, which is one value as a whole. */
    record Schema(Map<String, @Nullable Object> value) {}

    Map<String, Object> all() {
        return Collections.unmodifiableMap(values);
    }

    @Nullable
    Object get(String pointer) {
        return values.get(pointer);
    }

    /** A text that is never missing. */
    String text(String pointer) {
        return (String) values.getOrDefault(pointer, "");
    }

    boolean has(String pointer) {
        return values.containsKey(pointer);
    }

    /** The elements of a list of texts. */
    List<String> texts(String pointer) {
        List<String> texts = new ArrayList<>();
        for (int index = 0; values.get(pointer + "/" + index) instanceof String text; index++) {
            texts.add(text);
        }
        return texts;
    }
}
