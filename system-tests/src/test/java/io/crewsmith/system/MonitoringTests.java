package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Rules and dashboard are right, by Prometheus's own opinion, and ask for what the platform really serves. */
class MonitoringTests {

    private static final Set<String> PROMETHEUS_OWN = Set.of("up");
    private static final Pattern SERVED = Pattern.compile("^[a-zA-Z_:][a-zA-Z0-9_:]*", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    @Test
    void theConfigurationAndTheRulesAreValid() throws Exception {
        Tool promtool = promtool();

        promtool.succeed("check", "config", "deploy/prometheus/prometheus.yml");
        promtool.succeed("check", "rules", "deploy/prometheus/alerts.yml");
    }

    @Test
    void theAlertsFireWhenTheyShouldAndOnlyThen() throws Exception {
        promtool().succeed("test", "rules", "deploy/prometheus/alerts-test.yml");
    }

    @Test
    void everyAlertIsTestedAndLeadsToARunbook() throws IOException {
        String tests = Files.readString(MonitoringFiles.PROMETHEUS.resolve("alerts-test.yml"));

        assertThat(MonitoringFiles.alerts()).hasSizeGreaterThan(7).allSatisfy(alert -> {
            String name = alert.path("alert").asString();
            assertThat(tests).contains("alertname: " + name);
            assertThat(alert.at("/labels/severity").asString()).isIn("warning", "critical");
            assertThat(alert.at("/annotations/summary").asString()).isNotBlank();
            assertThat(alert.at("/annotations/description").asString()).isNotBlank();
            assertThat(alert.at("/annotations/runbook_url").asString()).isEqualTo("docs/runbooks/%s.md", name);
            assertThat(Files.readString(ComposeFile.ROOT.resolve("docs/runbooks/%s.md".formatted(name))))
                    .contains("# " + name, "## What it means", "## How to look", "## What to do");
        });
    }

    @Test
    void thereIsNoRunbookWithoutItsAlert() throws IOException {
        Set<String> alerts = MonitoringFiles.alerts().stream()
                .map(alert -> alert.path("alert").asString() + ".md")
                .collect(Collectors.toSet());

        try (var runbooks = Files.list(ComposeFile.ROOT.resolve("docs/runbooks"))) {
            assertThat(runbooks.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(alerts);
        }
    }

    @Test
    void theDashboardTellsWhatIsAliveWhatIsDoneAndWhatIsWrong() {
        assertThat(MonitoringFiles.panels())
                .filteredOn(panel -> panel.path("type").asString().equals("row"))
                .extracting(panel -> panel.path("title").asString())
                .containsExactly("Alive", "Doing", "Wrong");
        assertThat(MonitoringFiles.panels())
                .extracting(panel -> panel.path("title").asString())
                .contains(
                        "Code generations in a day",
                        "Security scan pass rate",
                        "Average review time",
                        "Deployment success rate",
                        "Rollbacks in a day")
                .contains("Consumer lag", "Outbox depth", "Stage latency, p99", "Dead letters");
        assertThat(MonitoringFiles.panels())
                .extracting(panel -> panel.path("id").asInt())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyMetricThatIsAskedForIsServed() {
        Set<String> served = new TreeSet<>(PROMETHEUS_OWN);
        SERVED.matcher(GitHubPlatform.metrics())
                .results()
                .map(MatchResult::group)
                .forEach(served::add);

        assertThat(MonitoringFiles.expressions()).hasSizeGreaterThan(30).allSatisfy(expression -> {
            assertThat(MonitoringFiles.metrics(expression)).isNotEmpty();
            assertThat(served).containsAll(MonitoringFiles.metrics(expression));
        });
    }

    @Test
    void aRealPrometheusAnswersEveryQuestionOfRulesAndDashboard() throws Exception {
        Tool program = Tool.find("prometheus", "prometheus");
        tellAStory();

        try (var prometheus =
                Prometheus.scraping(RunningPlatform.platform().addresses().gateway(), program, folder)) {
            prometheus.awaitScrapes(2);

            for (String expression : MonitoringFiles.expressions()) {
                assertThat(prometheus.query(expression).path("status").asString())
                        .as(expression)
                        .isEqualTo("success");
            }
            assertThat(prometheus.rules())
                    .hasSameSizeAs(MonitoringFiles.alerts())
                    .extracting(rule -> rule.path("health").asString())
                    .containsOnly("ok");
            assertThat(value(prometheus.query("sum(crewsmith_deployments_total{outcome=\"deployed\"})")))
                    .isPositive();
        }
    }

    private static double value(JsonNode answer) {
        return answer.at("/data/result/0/value/1").asDouble();
    }

    private static Tool promtool() {
        return Tool.find("promtool", "prometheus");
    }

    private static void tellAStory() {
        Api.as("reviewer")
                .post("/api/code-deployments/%s/review".formatted(Agents.inReview()), "{\"decision\": \"approved\"}");
    }
}
