package io.crewsmith.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A metric of ours, as {@code /actuator/prometheus} serves it.
 *
 * @param name the family's name, without the endings of its samples
 * @param type counter, gauge, histogram or summary
 * @param meaning its HELP
 * @param labels names of its labels, without those that every histogram has
 */
record ServedMetric(String name, String type, String meaning, Set<String> labels) {

    private static final Pattern FAMILY =
            Pattern.compile("# HELP (crewsmith_\\w+) (.*)\n# TYPE \\1 (\\w+)\n((?:[^#].*\n)*)");
    private static final Pattern LABELS = Pattern.compile("^\\w+\\{([^}]*)}", Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
    private static final Set<String> OF_EVERY_HISTOGRAM = Set.of("le", "quantile");

    /** All that the text holds, by name. */
    static List<ServedMetric> in(String exposition) {
        List<ServedMetric> metrics = new ArrayList<>();
        Matcher family = FAMILY.matcher(exposition);
        while (family.find()) {
            metrics.add(new ServedMetric(family.group(1), family.group(3), family.group(2), labels(family.group(4))));
        }
        // Micrometer serves the longest time of each timer as a family of its own.
        Set<String> longest =
                metrics.stream().map(metric -> metric.name() + "_max").collect(Collectors.toSet());
        metrics.removeIf(metric -> longest.contains(metric.name()));
        metrics.sort((one, other) -> one.name().compareTo(other.name()));
        return metrics;
    }

    private static Set<String> labels(String samples) {
        Set<String> labels = new TreeSet<>();
        LABELS.matcher(samples)
                .results()
                .flatMap(sample -> LABEL.matcher(sample.group(1)).results())
                .map(label -> label.group(1))
                .filter(label -> !OF_EVERY_HISTOGRAM.contains(label))
                .forEach(labels::add);
        return labels;
    }

    /** Whether a query that reads this series reads this metric. */
    boolean isReadBy(String series) {
        return series.equals(name)
                || series.startsWith(name + "_")
                        && series.substring(name.length()).matches("_(bucket|count|sum|max|total)");
    }
}
