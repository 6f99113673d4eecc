package io.crewsmith.testsupport;

import io.crewsmith.embedded.DatabaseAddress;
import io.crewsmith.embedded.EmbeddedServices;
import io.crewsmith.embedded.EmbeddedSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** The embedded services in a folder that goes with them. They do not wait for the disk: nobody needs it afterwards. */
final class EmbeddedTestServices implements RunningServices {

    private final Path folder;
    private final EmbeddedServices services;

    private EmbeddedTestServices(Path folder, EmbeddedServices services) {
        this.folder = folder;
        this.services = services;
    }

    static EmbeddedTestServices start() {
        try {
            Path folder = Files.createTempDirectory("crewsmith-tests-");
            return new EmbeddedTestServices(folder, EmbeddedServices.start(folder, EmbeddedSettings.forTests()));
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder for the test services", e);
        }
    }

    @Override
    public String bootstrapServers() {
        return services.bootstrapServers();
    }

    @Override
    public DatabaseAddress database() {
        return services.database();
    }

    @Override
    public void close() {
        services.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The test services' folder " + folder + " could not be deleted", e);
        }
    }
}
