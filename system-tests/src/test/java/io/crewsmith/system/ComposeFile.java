package io.crewsmith.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code docker-compose.yml} with its anchors and merges resolved. */
final class ComposeFile {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path FILE = ROOT.resolve("docker-compose.yml");

    private static final JsonNode CONTENT = yaml(FILE);

    private ComposeFile() {}

    static JsonNode content() {
        return CONTENT;
    }

    static JsonNode service(String name) {
        return CONTENT.path("services").path(name);
    }

    /** The names of our own services: those that are built here. */
    static List<String> ownServices() {
        return CONTENT.path("services")
                .propertyStream()
                .filter(service -> service.getValue().has("build"))
                .map(Map.Entry::getKey)
                .toList();
    }

    static Map<String, String> environment(String service) {
        return service(service)
                .path("environment")
                .propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString()));
    }

    static JsonNode yaml(Path file) {
        try {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
            return JsonMapper.shared().valueToTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
