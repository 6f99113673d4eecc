package io.crewsmith.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One service in a process of its own. */
final class ServiceProcess {

    private static final Duration LONGEST_START = Duration.ofSeconds(120);
    private static final Pattern PORT = Pattern.compile("Netty started on port (\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final String service;
    private final Process process;
    private final Path log;
    private final long startedAt = System.nanoTime();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private Duration startTime = Duration.ZERO;

    private ServiceProcess(String service, Process process, Path log) {
        this.service = service;
        this.process = process;
        this.log = log;
    }

    /** Starts it with nothing in its environment but this; does not wait. */
    static ServiceProcess start(String service, List<String> command, Map<String, String> environment, Path log) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            var started = new ServiceProcess(service, builder.start(), log);
            // Reading from a pipe holds a virtual thread's carrier, and there are as few as cores.
            Thread.ofPlatform().daemon().name(service + " log").start(started::keepLog);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepLog() {
        try (BufferedReader lines = process.inputReader(UTF_8);
                BufferedWriter kept = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                kept.write(line + "\n");
                kept.flush();
                Matcher matcher = PORT.matcher(line);
                if (matcher.find()) {
                    port.complete(Integer.valueOf(matcher.group(1)));
                }
            }
        } catch (IOException e) {
            port.completeExceptionally(e);
        }
        port.completeExceptionally(new IllegalStateException(service + " ended; it said:\n" + log()));
    }

    ServiceProcess awaitReady() {
        URI health = address().resolve("/actuator/health/readiness");
        await(service)
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(() -> new Api(health, null).get("").status() == 200);
        startTime = Duration.ofNanos(System.nanoTime() - startedAt);
        return this;
    }

    URI address() {
        try {
            return URI.create("http://127.0.0.1:" + port.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("%s did not start; it said:%n%s".formatted(service, log()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    String service() {
        return service;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** From the start of the process to its being ready. */
    Duration startTime() {
        return startTime;
    }

    /** The process's share of memory, in MB. */
    long residentMegabytes() throws IOException {
        Matcher matcher = RESIDENT.matcher(Files.readString(Path.of("/proc/%d/status".formatted(process.pid()))));
        return matcher.find() ? Long.parseLong(matcher.group(1)) / 1_024 : -1;
    }

    /** As if the machine had lost its power. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "nothing that could be read: " + e;
        }
    }
}
