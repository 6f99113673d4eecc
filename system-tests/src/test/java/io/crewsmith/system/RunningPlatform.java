package io.crewsmith.system;

import io.crewsmith.embedded.EmbeddedSettings;
import io.crewsmith.standalone.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** One platform for all tests of a JVM, on a folder of its own, stopped with the JVM. */
final class RunningPlatform {

    private static final Path FOLDER = newFolder();
    private static final Platform PLATFORM = start();

    private RunningPlatform() {}

    static Platform platform() {
        return PLATFORM;
    }

    static Path folder() {
        return FOLDER;
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("crewsmith-system-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Platform start() {
        Platform platform = Platform.start(FOLDER, 0, EmbeddedSettings.forTests());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(platform)));
        return platform;
    }

    private static void end(Platform platform) {
        platform.close();
        try {
            FileSystemUtils.deleteRecursively(FOLDER);
        } catch (IOException e) {
            System.err.println("The platform's folder %s could not be deleted: %s".formatted(FOLDER, e));
        }
    }
}
