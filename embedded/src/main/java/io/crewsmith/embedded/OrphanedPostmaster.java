package io.crewsmith.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that outlived the JVM which started it, as after {@code kill -9}.
 *
 * <p>Only the process that {@code postmaster.pid} names is touched, and only if it is a {@code postgres} on this very
 * folder: after a reboot the same number may belong to anybody. In that case the file is what is stale, and goes,
 * because PostgreSQL itself refuses to start while any process has that number.
 */
final class OrphanedPostmaster {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanedPostmaster.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private OrphanedPostmaster() {}

    static void stop(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        Optional<ProcessHandle> process = process(pidFile);
        if (process.isEmpty() || !serves(process.get(), data)) {
            Files.deleteIfExists(pidFile);
            return;
        }
        LOG.info(
                "Stopping the PostgreSQL (process {}) that an interrupted run left behind",
                process.get().pid());
        // Fast first: it rolls back and writes a checkpoint. Immediate next: it leaves the rest to crash recovery.
        if (!ends(process.get(), "INT") && !ends(process.get(), "QUIT")) {
            throw new CannotStartException("A PostgreSQL of an earlier run (process "
                    + process.get().pid() + ") still uses " + data + " and does not stop. Stop it, then start again.");
        }
    }

    private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return lines.isEmpty() || !lines.getFirst().matches("[0-9]{1,10}")
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static boolean serves(ProcessHandle process, Path data) {
        ProcessHandle.Info info = process.info();
        return info.command().filter(command -> command.endsWith("postgres")).isPresent()
                && Arrays.asList(info.arguments().orElse(new String[0])).contains(data.toString());
    }

    private static boolean ends(ProcessHandle process, String signal) throws IOException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        CompletableFuture<ProcessHandle> exit = process.onExit();
        try {
            exit.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }
}
