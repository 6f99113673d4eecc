package io.crewsmith.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The Python packages of the example publisher, installed once into a cache folder. Without Python, or without the
 * packages, the test that asks is skipped, and says so.
 */
final class PublisherEnvironment {

    static final Path PUBLISHER = Path.of("../examples/python-publisher");

    private static final int MINUTES = 5;

    private PublisherEnvironment() {}

    /** The interpreter that has what {@code requirements.txt} asks for. */
    static Path python() throws IOException, InterruptedException {
        Path requirements = PUBLISHER.resolve("requirements.txt");
        UUID version = UUID.nameUUIDFromBytes(Files.readAllBytes(requirements));
        Path home = Path.of(System.getProperty("user.home"), ".cache", "crewsmith", "python-publisher", "" + version);
        Path python = home.resolve("bin/python");
        Path installed = home.resolve("installed");
        if (!Files.exists(installed)) {
            Files.createDirectories(home);
            run(List.of(systemPython(), "-m", "venv", home.toString()));
            run(List.of(python.toString(), "-m", "pip", "install", "-q", "-r", requirements.toString()));
            Files.createFile(installed);
        }
        return python;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("python-publisher", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            if (!ended || process.exitValue() != 0) {
                skip("its packages are not there: " + Files.readString(log, UTF_8));
            }
        } catch (IOException e) {
            skip("there is no Python: " + e.getMessage());
        } finally {
            Files.delete(log);
        }
    }

    private static void skip(String reason) {
        String message = "SKIPPED: the example publisher did not run, because " + reason;
        System.err.println(message);
        abort(message);
    }

    private static String systemPython() {
        return Optional.ofNullable(System.getenv("CREWSMITH_PYTHON")).orElse("python3");
    }
}
