package io.crewsmith.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The alert rules and the dashboard, with the expressions in them. */
final class MonitoringFiles {

    static final Path PROMETHEUS = ComposeFile.ROOT.resolve("deploy/prometheus");
    static final Path DASHBOARD = ComposeFile.ROOT.resolve("deploy/grafana/dashboards/crewsmith.json");

    private static final Pattern NO_METRICS = Pattern.compile(
            "\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\w|\\s*\\()");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");

    private MonitoringFiles() {}

    static List<JsonNode> alerts() {
        return ComposeFile.yaml(PROMETHEUS.resolve("alerts.yml"))
                .path("groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    static List<JsonNode> panels() {
        try {
            return JsonMapper.shared()
                    .readTree(Files.readString(DASHBOARD))
                    .path("panels")
                    .valueStream()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every expression, as Prometheus would get it. */
    static List<String> expressions() {
        Stream<String> ofAlerts =
                alerts().stream().map(alert -> alert.path("expr").asString());
        Stream<String> ofPanels = panels().stream()
                .flatMap(panel -> panel.path("targets").valueStream())
                .map(target -> target.path("expr").asString().replace("$__rate_interval", "1m"));
        return Stream.concat(ofAlerts, ofPanels).toList();
    }

    /** The names of the metrics that an expression reads. */
    static Set<String> metrics(String expression) {
        Set<String> names = new TreeSet<>();
        NAME.matcher(NO_METRICS.matcher(expression).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .filter(name -> !OPERATORS.contains(name))
                .forEach(names::add);
        return names;
    }
}
