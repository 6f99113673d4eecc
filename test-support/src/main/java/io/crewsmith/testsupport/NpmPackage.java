package io.crewsmith.testsupport;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Data that others publish on npm, fetched once into a cache folder. Where npm cannot, the test that asks is skipped, and
 * says so.
 */
public final class NpmPackage {

    private static final int MINUTES = 4;

    private NpmPackage() {}

    /** The folder of the package. */
    public static Path folder(String name, String version) {
        Path cache = Path.of(System.getProperty("user.home"), ".cache", "crewsmith", flat(name) + "-" + version);
        Path folder = cache.resolve("node_modules").resolve(name);
        if (!Files.exists(folder.resolve("package.json"))) {
            fetch(name, version, cache);
        }
        return folder;
    }

    private static void fetch(String name, String version, Path cache) {
        Path log = cache.resolve("npm.log");
        try {
            Files.createDirectories(cache);
            if (isInstalled("%s@%s".formatted(name, version), cache, log)) {
                return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String message = "SKIPPED: npm could not fetch %s %s, which this is checked against; see %s"
                .formatted(name, version, log);
        System.err.println(message);
        abort(message);
    }

    private static boolean isInstalled(String wanted, Path cache, Path log) throws InterruptedException {
        try {
            Process npm = new ProcessBuilder(
                            "npm",
                            "install",
                            "--prefix",
                            cache.toString(),
                            "--ignore-scripts",
                            "--no-audit",
                            "--no-fund",
                            wanted)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = npm.waitFor(MINUTES, TimeUnit.MINUTES);
            npm.destroyForcibly();
            return ended && npm.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String flat(String name) {
        return name.replace("@", "").replace('/', '-');
    }
}
