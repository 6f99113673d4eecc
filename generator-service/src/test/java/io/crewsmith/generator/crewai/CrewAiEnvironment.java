package io.crewsmith.generator.crewai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;

import io.crewsmith.platform.events.Digests;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A virtual environment with the real CrewAI, made once and kept in a cache folder whose name follows what is installed;
 * {@code -Dcrewsmith.crewai-environment=…} names another. Without Python, or without the packages, the test that asks is
 * skipped, and says so.
 */
final class CrewAiEnvironment {

    private static final Path REQUIREMENTS = Path.of("src/test/python/requirements.txt");
    private static final Path CONSTRAINTS = Path.of("src/test/python/constraints.txt");
    private static final int MINUTES = 15;

    private CrewAiEnvironment() {}

    /** Its interpreter. */
    static Path python() throws IOException, InterruptedException {
        String chosen = System.getProperty("crewsmith.crewai-environment");
        if (chosen != null) {
            return Path.of(chosen, "bin", "python");
        }
        String digest = Digests.sha256(Files.readString(REQUIREMENTS) + "\0" + Files.readString(CONSTRAINTS));
        Path cache = Files.createDirectories(Path.of(System.getProperty("user.home"), ".cache", "crewsmith"));
        Path home = cache.resolve("crewai-" + digest);
        try (var lock =
                FileChannel.open(cache.resolve("crewai.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.exists(home.resolve("installed"))) {
                install(home);
            }
        }
        return home.resolve("bin/python");
    }

    private static void install(Path home) throws IOException, InterruptedException {
        Path python = home.resolve("bin/python");
        run(List.of(systemPython(), "-m", "venv", "--clear", home.toString()));
        run(List.of(python.toString(), "-m", "pip", "install", "-q", "-r", "" + REQUIREMENTS, "-c", "" + CONSTRAINTS));
        Files.createFile(home.resolve("installed"));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("crewai-environment", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            if (!ended || process.exitValue() != 0) {
                skip("its packages cannot be installed: " + Files.readString(log, UTF_8));
            }
        } catch (IOException e) {
            skip("there is no Python: " + e.getMessage());
        } finally {
            Files.delete(log);
        }
    }

    private static void skip(String reason) {
        String message = "SKIPPED: nothing was proven with the real CrewAI, because " + reason;
        System.err.println(message);
        abort(message);
    }

    private static String systemPython() {
        return Optional.ofNullable(System.getenv("CREWSMITH_PYTHON")).orElse("python3");
    }
}
