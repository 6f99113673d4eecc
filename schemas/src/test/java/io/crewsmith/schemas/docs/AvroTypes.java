package io.crewsmith.schemas.docs;

import static java.util.stream.Collectors.joining;

import io.crewsmith.schemas.Contract;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.avro.Schema;

/** Avro types in words, and the named types that a schema is made of. */
final class AvroTypes {

    private AvroTypes() {}

    /** The type for a reader of Markdown; named types are links. */
    static String words(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> "[%1$s](#%2$s)".formatted(schema.getName(), anchor(schema.getName()));
            case ARRAY -> "array of " + words(schema.getElementType());
            case MAP -> "map of " + words(schema.getValueType());
            case UNION -> schema.getTypes().stream().map(AvroTypes::words).collect(joining(" or "));
            case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> primitive(schema);
        };
    }

    /** The named types that the contracts share, in the order in which they are met. */
    static Set<Schema> shared(Collection<Contract> contracts) {
        Set<Schema> shared = new LinkedHashSet<>();
        contracts.forEach(contract -> contract.schema().getFields().forEach(field -> collect(field.schema(), shared)));
        return shared;
    }

    private static void collect(Schema schema, Set<Schema> shared) {
        switch (schema.getType()) {
            case RECORD -> {
                if (shared.add(schema)) {
                    schema.getFields().forEach(field -> collect(field.schema(), shared));
                }
            }
            case ENUM, FIXED -> shared.add(schema);
            case ARRAY -> collect(schema.getElementType(), shared);
            case MAP -> collect(schema.getValueType(), shared);
            case UNION -> schema.getTypes().forEach(type -> collect(type, shared));
            case STRING, BYTES, INT, LONG, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
        }
    }

    /** As the renderers of Markdown make it from a heading. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT);
    }

    private static String primitive(Schema schema) {
        String name = schema.getType().getName();
        return schema.getLogicalType() == null
                ? name
                : "%s (%s)".formatted(name, schema.getLogicalType().getName());
    }
}
