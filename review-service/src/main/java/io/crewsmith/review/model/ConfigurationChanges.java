package io.crewsmith.review.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where two configurations differ: JSON Pointers of the smallest parts that do. */
final class ConfigurationChanges {

    private final List<String> pointers = new ArrayList<>();

    private ConfigurationChanges() {}

    static List<String> between(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        var changes = new ConfigurationChanges();
        changes.compare("", before, after);
        return changes.pointers;
    }

    private void compare(String pointer, @Nullable Object before, @Nullable Object after) {
        if (before instanceof Map<?, ?> from && after instanceof Map<?, ?> to) {
            Set<Object> names = new LinkedHashSet<>(from.keySet());
            names.addAll(to.keySet());
            names.forEach(name -> compare(pointer + "/" + escaped(name), from.get(name), to.get(name)));
        } else if (before instanceof List<?> from && after instanceof List<?> to && from.size() == to.size()) {
            for (int i = 0; i < to.size(); i++) {
                compare(pointer + "/" + i, from.get(i), to.get(i));
            }
        } else if (!Objects.equals(before, after)) {
            pointers.add(pointer);
        }
    }

    private static String escaped(Object name) {
        return name.toString().replace("~", "~0").replace("/", "~1");
    }
}
