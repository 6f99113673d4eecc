package io.crewsmith.schemas.docs;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * AsyncAPI's own JSON schema, from its npm package, which npm fetches once into a cache folder. Where there is neither,
 * the test that asks is skipped, and says so.
 */
final class AsyncApiSpecification {

    private static final String VERSION = "6.11.1";
    private static final int MINUTES = 2;
    private static final Path CACHE =
            Path.of(System.getProperty("user.home"), ".cache", "crewsmith", "asyncapi-specs-" + VERSION);
    private static final Path SCHEMA = CACHE.resolve("node_modules/@asyncapi/specs/schemas/3.0.0-without-$id.json");

    private AsyncApiSpecification() {}

    static JsonNode schema() {
        try {
            if (!Files.exists(SCHEMA)) {
                fetch();
            }
            return JsonMapper.shared().readTree(Files.readString(SCHEMA));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fetch() throws IOException {
        Files.createDirectories(CACHE);
        Path log = CACHE.resolve("npm.log");
        if (!runs(log) || !Files.exists(SCHEMA)) {
            String message =
                    "SKIPPED: npm could not fetch @asyncapi/specs %s, so nobody checked the AsyncAPI document; see %s"
                            .formatted(VERSION, log);
            System.err.println(message);
            abort(message);
        }
    }

    private static boolean runs(Path log) {
        try {
            Process npm = new ProcessBuilder(
                            "npm",
                            "install",
                            "--prefix",
                            CACHE.toString(),
                            "--ignore-scripts",
                            "--no-audit",
                            "--no-fund",
                            "@asyncapi/specs@" + VERSION)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = npm.waitFor(MINUTES, TimeUnit.MINUTES);
            npm.destroyForcibly();
            return ended && npm.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
