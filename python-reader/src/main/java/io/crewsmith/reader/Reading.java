package io.crewsmith.reader;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.python.tree.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a module says.
 *
 * @param kind AGENT or CREW
 * @param values each value by its JSON Pointer: for an agent into its configuration, for a crew into its snapshot, whose
 *     agents and tasks are named by their keys, since code knows no ids
 * @param unread what says nothing a configuration could say, in the order of the source
 */
public record Reading(Kind kind, Map<String, Value> values, List<Unread> unread) {

    public Reading {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        unread = List.copyOf(unread);
    }

    /**
     * A value and where it stands.
     *
     * @param value String, Long, BigInteger, Double, Boolean, List, Map or null, as Python types it
     */
    public record Value(@Nullable Object value, Position at) {}

    /** The values as one JSON object: maps, lists and plain values, ready for the catalogue. */
    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        values.forEach((pointer, read) -> put(json, pointer.substring(1).split("/"), read.value()));
        return json;
    }

    private static void put(Object parent, String[] path, @Nullable Object value) {
        Object place = parent;
        for (int depth = 0; depth < path.length - 1; depth++) {
            Object next = child(place, path[depth]);
            if (next == null) {
                next = isIndex(path[depth + 1]) ? new ArrayList<@Nullable Object>() : new LinkedHashMap<>();
                add(place, path[depth], next);
            }
            place = next;
        }
        add(place, path[path.length - 1], value);
    }

    private static @Nullable Object child(Object parent, String name) {
        return switch (parent) {
            case Map<?, ?> map -> map.get(name);
            case List<?> list -> Integer.parseInt(name) < list.size() ? list.get(Integer.parseInt(name)) : null;
            default -> throw new IllegalStateException(name + " is inside a plain value");
        };
    }

    @SuppressWarnings("unchecked")
    private static void add(Object parent, String name, @Nullable Object value) {
        if (parent instanceof Map<?, ?> map) {
            ((Map<String, @Nullable Object>) map).put(name, value);
        } else {
            ((List<@Nullable Object>) parent).add(value);
        }
    }

    private static boolean isIndex(String name) {
        return name.chars().allMatch(Character::isDigit);
    }
}
