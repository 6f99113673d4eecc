package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The list of our metrics, made from what the running platform serves and what the alerts read. */
@Timeout(60)
class MetricsDocumentationTests {

    private static final Path PAGE = ComposeFile.ROOT.resolve("docs/metrics.md");

    /** Labels whose values are few and known beforehand; never an id. */
    private static final Set<String> BOUNDED =
            Set.of("decision", "effect", "event", "lane", "outcome", "schema", "stage", "topic", "type", "verdict");

    private static final List<ServedMetric> METRICS = ServedMetric.in(GitHubPlatform.metrics());

    @Test
    void thePageListsEveryMetric() throws IOException {
        String page = page(METRICS);

        if (Boolean.getBoolean("crewsmith.write-golden")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).as("rewritten by -Dcrewsmith.write-golden=true").hasContent(page);
    }

    @Test
    void namesKeepToPrometheusRules() {
        assertThat(METRICS).hasSizeGreaterThan(8).allSatisfy(metric -> {
            assertThat(metric.meaning()).as(metric.name()).isNotBlank();
            assertThat(BOUNDED).as(metric.name()).containsAll(metric.labels());
            switch (metric.type()) {
                case "counter" -> assertThat(metric.name()).endsWith("_total");
                case "histogram", "summary" -> assertThat(metric.name()).matches(".*_(seconds|refs)");
                default -> assertThat(metric.name()).doesNotEndWith("_total");
            }
        });
    }

    private static String page(List<ServedMetric> metrics) {
        return """
                # Metrics

                What each service serves at `/actuator/prometheus` of its own, besides what Spring, Kafka's clients and the JVM
                tell of themselves. Times are in seconds. No label ever holds the id of an agent or a run: their number has no
                bound; the ledger and the traces answer such questions. What is about pushes is served where a remote repository is
                configured, what is about GitHub where that is.

                | name | type | labels | meaning | alert |
                |---|---|---|---|---|
                %s
                """.formatted(
                        metrics.stream().map(MetricsDocumentationTests::row).collect(Collectors.joining("\n")));
    }

    private static String row(ServedMetric metric) {
        return "| `%s` | %s | %s | %s | %s |"
                .formatted(
                        metric.name(),
                        metric.type(),
                        metric.labels().stream().map("`%s`"::formatted).collect(Collectors.joining(", ")),
                        metric.meaning(),
                        alerts(metric));
    }

    private static String alerts(ServedMetric metric) {
        return MonitoringFiles.alerts().stream()
                .filter(alert -> MonitoringFiles.metrics(alert.path("expr").asString()).stream()
                        .anyMatch(metric::isReadBy))
                .map(alert -> alert.path("alert").asString())
                .map(alert -> "[%s](runbooks/%s.md)".formatted(alert, alert))
                .collect(Collectors.joining(", "));
    }
}
