package io.crewsmith.reader.proof;

import io.crewsmith.python.tree.Node;
import io.crewsmith.python.tree.Position;
import io.crewsmith.python.tree.PythonModule;
import io.crewsmith.reader.proof.Discrepancy.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds a file's tree against the one that its configuration demands. Every component of every node is compared, but for
 * the places; so there is no part of a program that nobody looks at.
 */
final class TreeComparison {

    private final Blueprint blueprint;
    private final List<Discrepancy> found = new ArrayList<>();

    private TreeComparison(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    /** All differences; none where the two are the same program. */
    static List<Discrepancy> of(Blueprint blueprint, PythonModule actual) {
        var comparison = new TreeComparison(blueprint);
        comparison.compare(blueprint.module(), actual, "", actual.at());
        return comparison.found;
    }

    private void compare(@Nullable Object expected, @Nullable Object actual, String inherited, Position near) {
        String own = expected == null ? null : blueprint.pointer(expected);
        String pointer = own == null ? inherited : own;
        Position at = actual instanceof Node node ? node.at() : near;
        if (expected instanceof List<?> all && actual instanceof List<?> other) {
            lists(all, other, pointer, at);
        } else if (expected instanceof Node node
                && actual instanceof Node other
                && node.getClass() == other.getClass()) {
            for (NodeComponents.Component component : NodeComponents.of(node.getClass())) {
                compare(component.of(node), component.of(other), pointer, at);
            }
        } else if (!Objects.equals(expected, actual)) {
            add(
                    expected == null ? Kind.EXTRA : Kind.MISMATCH,
                    pointer,
                    at,
                    "%s was read, %s was expected".formatted(Words.of(actual), Words.of(expected)));
        }
    }

    /** In step; what only one list has is stepped over, and what is in both but not in its place ends it. */
    private void lists(List<?> expected, List<?> actual, String pointer, Position near) {
        int next = 0;
        int index = 0;
        while (next < expected.size() && index < actual.size()) {
            Object wanted = expected.get(next);
            Object given = actual.get(index);
            if (Words.name(wanted).equals(Words.name(given))) {
                compare(wanted, given, pointer, near);
                next++;
                index++;
            } else if (isNowhere(given, expected, next)) {
                extra(given, pointer, near);
                index++;
            } else if (isNowhere(wanted, actual, index)) {
                missing(wanted, pointer, place(given, near));
                next++;
            } else {
                add(
                        Kind.MISMATCH,
                        pointer(wanted, pointer),
                        place(given, near),
                        "%s was read, where %s was expected".formatted(Words.of(given), Words.of(wanted)));
                return;
            }
        }
        Position end = actual.isEmpty() ? near : place(actual.getLast(), near);
        expected.subList(next, expected.size()).forEach(wanted -> missing(wanted, pointer, end));
        actual.subList(index, actual.size()).forEach(given -> extra(given, pointer, near));
    }

    private static boolean isNowhere(@Nullable Object element, List<?> others, int from) {
        String name = Words.name(element);
        return others.subList(from, others.size()).stream()
                .noneMatch(other -> Words.name(other).equals(name));
    }

    private void extra(@Nullable Object given, String pointer, Position near) {
        add(Kind.EXTRA, pointer, place(given, near), "%s is not in the configuration".formatted(Words.of(given)));
    }

    private void missing(@Nullable Object wanted, String pointer, Position at) {
        add(Kind.MISMATCH, pointer(wanted, pointer), at, "%s is missing".formatted(Words.of(wanted)));
    }

    private String pointer(@Nullable Object expected, String inherited) {
        String own = expected == null ? null : blueprint.pointer(expected);
        return own == null ? inherited : own;
    }

    private static Position place(@Nullable Object element, Position near) {
        return element instanceof Node node ? node.at() : near;
    }

    private void add(Kind kind, String pointer, Position at, String message) {
        found.add(new Discrepancy(kind, pointer, at, message));
    }
}
