package io.crewsmith.generator.crewai;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Parameter;
import io.crewsmith.catalogue.Parameter.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A few telling values of each parameter, by its path; flags have both. */
final class Samples {

    private static final Path FILE = Path.of("src/test/resources/crewai/samples.json");

    private Samples() {}

    /** The values of every parameter that is given values; those of a section by {@code section.field}. */
    static Map<String, List<JsonNode>> of(Catalogue catalogue) {
        JsonNode texts = read();
        Map<String, List<JsonNode>> samples = new LinkedHashMap<>();
        leaves("", catalogue.parameters(Kind.AGENT))
                .filter(leaf -> !leaf.path().equals("agent_key"))
                .forEach(leaf -> samples.put(leaf.path(), values(leaf, texts)));
        return samples;
    }

    /** Every parameter with its path; of a section its fields. */
    static Stream<Leaf> leaves(String prefix, List<Parameter> parameters) {
        return parameters.stream()
                .flatMap(parameter -> parameter.type() == Type.SECTION
                        ? leaves(prefix + parameter.name() + ".", parameter.fields())
                        : Stream.of(new Leaf(prefix + parameter.name(), parameter)));
    }

    /** A configuration that has these values at these paths. */
    static ObjectNode configuration(String key, Map<String, JsonNode> values) {
        ObjectNode configuration = JsonMapper.shared().createObjectNode().put("agent_key", key);
        values.forEach((path, value) -> {
            String[] names = path.split("\\.");
            ObjectNode at = names.length == 1 ? configuration : configuration.withObjectProperty(names[0]);
            at.set(names[names.length - 1], value);
        });
        return configuration;
    }

    private static List<JsonNode> values(Leaf leaf, JsonNode texts) {
        if (leaf.parameter().type() == Type.FLAG) {
            return List.of(JsonNodeFactory.instance.booleanNode(false), JsonNodeFactory.instance.booleanNode(true));
        }
        JsonNode values = texts.path(leaf.path());
        if (values.isEmpty()) {
            throw new IllegalStateException("%s has no samples: add some to %s".formatted(leaf.path(), FILE));
        }
        return List.copyOf(values.values());
    }

    private static JsonNode read() {
        try {
            return JsonMapper.shared().readTree(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Leaf(String path, Parameter parameter) {}
}
