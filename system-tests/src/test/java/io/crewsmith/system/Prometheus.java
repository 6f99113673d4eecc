package io.crewsmith.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A real Prometheus on loopback, with the real rules, that scrapes one address. */
final class Prometheus implements AutoCloseable {

    private final Process process;
    private final Api api;

    private Prometheus(Process process, URI address) {
        this.process = process;
        this.api = new Api(address, null);
    }

    static Prometheus scraping(URI platform, Tool program, Path folder) throws IOException {
        Path configuration = folder.resolve("prometheus.yml");
        Files.writeString(configuration, """
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: ["%s"]
                scrape_configs:
                  - job_name: crewsmith
                    metrics_path: /actuator/prometheus
                    static_configs:
                      - targets: ["%s"]
                """.formatted(
                        MonitoringFiles.PROMETHEUS.resolve("alerts.yml"), platform.getAuthority()));
        int port = freePort();
        Process process = new ProcessBuilder(
                        program.program().toString(),
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Prometheus(process, URI.create("http://127.0.0.1:" + port));
    }

    /** Waits until so many scrapes have succeeded and the rules were evaluated. */
    void awaitScrapes(int times) {
        await("Prometheus has scraped the platform")
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptionsInstanceOf(NoAnswer.class)
                .until(() -> isReady()
                        && query("sum_over_time(up{job=\"crewsmith\"}[5m])")
                                        .at("/data/result/0/value/1")
                                        .asDouble()
                                >= times
                        && rules().stream()
                                .noneMatch(
                                        rule -> rule.path("health").asString().equals("unknown")));
    }

    /** Before it has read its own data it answers everything with 503 and a plain text. */
    private boolean isReady() {
        return api.get("/-/ready").status() == 200;
    }

    JsonNode query(String expression) {
        return api.get("/api/v1/query?query=" + URLEncoder.encode(expression, UTF_8))
                .body();
    }

    List<JsonNode> rules() {
        return api.get("/api/v1/rules")
                .body()
                .at("/data/groups")
                .valueStream()
                .flatMap(group -> group.path("rules").valueStream())
                .toList();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
