package io.crewsmith.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A valid configuration: a value for each parameter of the catalogue, in its order, or null where there is none. Values
 * are String, Long, Double, Boolean, List and Map, as the parameter's type says.
 */
public record Configuration(Map<String, @Nullable Object> values) {

    public Configuration {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Its key, which every kind has. */
    public String key(Kind kind) {
        return required(kind.keyParameter());
    }

    /** The text of a parameter that is never missing. */
    public String required(String name) {
        String text = text(name);
        if (text == null) {
            throw new IllegalStateException(name + " is missing in a valid configuration");
        }
        return text;
    }

    public @Nullable String text(String name) {
        return (String) values.get(name);
    }

    public @Nullable Long integer(String name) {
        return (Long) values.get(name);
    }

    public @Nullable Double number(String name) {
        return (Double) values.get(name);
    }

    /** Whether it is set and true. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** The values of a nested object; null where there is none. */
    @SuppressWarnings("unchecked")
    public @Nullable Configuration section(String name) {
        Object section = values.get(name);
        return section == null ? null : new Configuration((Map<String, @Nullable Object>) section);
    }

    /** The texts of a list; empty where there is none. */
    @SuppressWarnings("unchecked")
    public List<String> texts(String name) {
        Object list = values.get(name);
        return list == null ? List.of() : (List<String>) list;
    }

    /** The objects of a list; empty where there is none. */
    @SuppressWarnings("unchecked")
    public List<Configuration> sections(String name) {
        Object list = values.get(name);
        return list == null
                ? List.of()
                : ((List<Map<String, @Nullable Object>>) list)
                        .stream().map(Configuration::new).toList();
    }
}
