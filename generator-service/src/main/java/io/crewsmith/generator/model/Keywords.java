package io.crewsmith.generator.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keywords of a call, in order; those without a value are left out. */
final class Keywords {

    private final Map<String, Object> values = new LinkedHashMap<>();

    void put(String keyword, @Nullable Object value) {
        if (value != null) {
            values.put(keyword, value);
        }
    }

    Map<String, Object> all() {
        return Collections.unmodifiableMap(values);
    }
}
