package io.crewsmith.generator.crewai;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** All pairs: rows in which any two values of any two parameters meet at least once, found greedily. */
final class Pairwise {

    private static final int CANDIDATES = 20;

    private final List<String> names;
    private final List<? extends List<?>> values;
    private final Random random = new Random(1);
    private final Set<Pair> open = new LinkedHashSet<>();

    private Pairwise(List<String> names, List<? extends List<?>> values) {
        this.names = names;
        this.values = values;
    }

    /** Value b of parameter a meets value d of parameter c, where a is before c. */
    private record Pair(int a, int b, int c, int d) {}

    static <T> List<Map<String, T>> of(Map<String, List<T>> values) {
        List<String> names = List.copyOf(values.keySet());
        return new Pairwise(names, List.copyOf(values.values()))
                .rows().stream().map(row -> named(names, row, values)).toList();
    }

    private static <T> Map<String, T> named(List<String> names, int[] row, Map<String, List<T>> values) {
        Map<String, T> named = new LinkedHashMap<>();
        for (int a = 0; a < row.length; a++) {
            named.put(names.get(a), values.getOrDefault(names.get(a), List.of()).get(row[a]));
        }
        return named;
    }

    private List<int[]> rows() {
        for (int a = 0; a < names.size(); a++) {
            for (int c = a + 1; c < names.size(); c++) {
                for (int b = 0; b < values.get(a).size(); b++) {
                    for (int d = 0; d < values.get(c).size(); d++) {
                        open.add(new Pair(a, b, c, d));
                    }
                }
            }
        }
        List<int[]> rows = new ArrayList<>();
        while (!open.isEmpty()) {
            int[] row = best();
            open.removeAll(pairs(row));
            rows.add(row);
        }
        return rows;
    }

    private int[] best() {
        int[] best = candidate();
        for (int other = 1; other < CANDIDATES; other++) {
            int[] candidate = candidate();
            if (gain(candidate) > gain(best)) {
                best = candidate;
            }
        }
        return best;
    }

    /** Starts from a pair that is still open, so that each row makes progress. */
    private int[] candidate() {
        Pair start = open.iterator().next();
        int[] row = new int[names.size()];
        for (int a = 0; a < row.length; a++) {
            row[a] = random.nextInt(values.get(a).size());
        }
        row[start.a] = start.b;
        row[start.c] = start.d;
        for (int a = 0; a < row.length; a++) {
            if (a != start.a && a != start.c) {
                improve(row, a);
            }
        }
        return row;
    }

    private void improve(int[] row, int a) {
        int most = -1;
        int value = row[a];
        for (int b = 0; b < values.get(a).size(); b++) {
            row[a] = b;
            int met = met(row, a);
            if (met > most) {
                most = met;
                value = b;
            }
        }
        row[a] = value;
    }

    private int met(int[] row, int a) {
        int met = 0;
        for (int c = 0; c < row.length; c++) {
            if (c != a && open.contains(a < c ? new Pair(a, row[a], c, row[c]) : new Pair(c, row[c], a, row[a]))) {
                met++;
            }
        }
        return met;
    }

    private long gain(int[] row) {
        return pairs(row).stream().filter(open::contains).count();
    }

    private static Set<Pair> pairs(int[] row) {
        Set<Pair> pairs = new HashSet<>();
        for (int a = 0; a < row.length; a++) {
            for (int c = a + 1; c < row.length; c++) {
                pairs.add(new Pair(a, row[a], c, row[c]));
            }
        }
        return pairs;
    }
}
