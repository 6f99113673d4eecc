package io.crewsmith.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parameter, as the catalogue's data describe it.
 *
 * @param name as in JSON
 * @param type what kind of value it takes
 * @param required whether it must be there and not null
 * @param fallback its value where none is given; null where there is none
 * @param limits what its value must keep to
 * @param fields the parameters of a section
 * @param items what a list holds; null for other types
 * @param doc what it is for
 * @param group the parameters that a person thinks of together; empty inside a section
 * @param examples texts that a person may start from
 * @param destination where it goes
 */
public record Parameter(
        String name,
        Type type,
        boolean required,
        @Nullable Object fallback,
        Limits limits,
        List<Parameter> fields,
        @Nullable Parameter items,
        String doc,
        String group,
        List<String> examples,
        Destination destination) {

    public Parameter {
        fields = List.copyOf(fields);
        examples = List.copyOf(examples);
    }

    /** Kinds of values. */
    public enum Type {
        TEXT("a text"),
        INTEGER("a whole number"),
        NUMBER("a number"),
        FLAG("true or false"),
        LIST("a list"),
        SECTION("an object"),
        JSON_SCHEMA("a JSON Schema");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        /** As a person reads it. */
        public String words() {
            return words;
        }
    }
}
