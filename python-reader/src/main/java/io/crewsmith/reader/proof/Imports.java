package io.crewsmith.reader.proof;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a module must import beside CrewAI itself: exactly what its configuration needs, as ruff sorts it. */
final class Imports {

    private static final Comparator<String> CLASSES_FIRST = Comparator.comparing(
                    (String name) -> Character.isUpperCase(name.charAt(0)) ? 0 : 1)
            .thenComparing(String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Comparator.naturalOrder());

    private final Map<String, TreeSet<String>> names = new TreeMap<>();

    void add(String module, String name) {
        names.computeIfAbsent(module, key -> new TreeSet<>(CLASSES_FIRST)).add(name);
    }

    void addTo(Blueprint blueprint) {
        names.forEach((module, imported) -> blueprint.add(Syntax.importFrom(module, imported)));
    }
}
