package io.crewsmith.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where everything of a running platform is: what {@code platform.json} says.
 *
 * @param gateway base URL of the REST API
 * @param kafka bootstrap servers
 * @param postgres JDBC URL, without user and password
 * @param repository the bare Git repository
 * @param deployments the deployment folder
 */
public record PlatformAddresses(URI gateway, String kafka, String postgres, Path repository, Path deployments) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private record Written(String gateway, String kafka, String postgres, String repository, String deployments) {}

    PlatformAddresses withGatewayPort(int port) {
        return new PlatformAddresses(URI.create("http://127.0.0.1:" + port), kafka, postgres, repository, deployments);
    }

    void writeTo(Path file) {
        var written = new Written(gateway.toString(), kafka, postgres, repository.toString(), deployments.toString());
        try {
            Files.write(file, JSON.writeValueAsBytes(written));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
