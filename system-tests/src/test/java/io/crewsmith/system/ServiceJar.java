package io.crewsmith.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The executable jar of a service, unpacked by its own tools as the Dockerfile does it. */
final class ServiceJar {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path unpacked;

    private ServiceJar(Path unpacked) {
        this.unpacked = unpacked;
    }

    static ServiceJar unpack(String service, Path folder) {
        Path unpacked = folder.resolve(service);
        run("-Djarmode=tools", "-jar", built(service).toString(), "extract", "--destination", unpacked.toString());
        return new ServiceJar(unpacked.resolve(built(service).getFileName()));
    }

    /** The command that runs it in a process as small as will do. */
    List<String> command() {
        return List.of(
                JAVA,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx160m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                unpacked.toString());
    }

    private static Path built(String service) {
        try (var files =
                Files.newDirectoryStream(ComposeFile.ROOT.resolve(service).resolve("target"), "*-exec.jar")) {
            return files.iterator().next();
        } catch (IOException | NoSuchElementException e) {
            throw new IllegalStateException(
                    "%s has no executable jar; \"mvn -pl system-tests -am verify\" builds it first".formatted(service),
                    e);
        }
    }

    private static void run(String... options) {
        try {
            Process process = new ProcessBuilder(Stream.concat(Stream.of(JAVA, "-XX:+UseSerialGC"), Stream.of(options))
                            .toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("java %s failed".formatted(String.join(" ", options)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
