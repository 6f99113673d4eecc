package io.crewsmith.catalogue.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Destination;
import io.crewsmith.catalogue.Format;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Limits;
import io.crewsmith.catalogue.Parameter;
import io.crewsmith.catalogue.ReservedNames;
import io.crewsmith.catalogue.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads catalogues from their data files. */
public final class Catalogues {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private Catalogues() {}

    /** The catalogue of CrewAI 1.3.0. */
    public static Catalogue crewAi130() {
        JsonNode data = JSON.readTree(resource("crewai-1.3.0.json"));
        List<Tool> tools = List.of(JSON.readValue(resource("tools-1.3.0.json"), Tool[].class));
        Map<Kind, List<Parameter>> parameters = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            parameters.put(
                    kind, parameters(data.path(kind.word()), data.path("since").asString()));
        }
        return new Catalogue(
                data.path("target").asString(),
                parameters,
                tools,
                Set.copyOf(texts(data.path("guardrails"))),
                reserved(tools));
    }

    private static ReservedNames reserved(List<Tool> tools) {
        Set<String> classes = new HashSet<>(lines("reserved-classes.txt"));
        tools.forEach(tool -> classes.add(tool.type()));
        return new ReservedNames(lines("reserved-keys.txt"), classes);
    }

    private static Set<String> lines(String name) {
        return new String(resource(name), UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<Parameter> parameters(JsonNode list, String since) {
        return list.valueStream().map(data -> parameter(data, since)).toList();
    }

    private static Parameter parameter(JsonNode data, String since) {
        return new Parameter(
                data.path("name").asString(),
                Parameter.Type.valueOf(enumName(data.path("type"))),
                data.path("required").asBoolean(false),
                JsonValues.of(data.path("default")),
                limits(data),
                parameters(data.path("fields"), since),
                data.has("items") ? parameter(data.path("items"), since) : null,
                data.path("doc").asString(),
                data.path("group").asString(),
                texts(data.path("examples")),
                destination(data, since));
    }

    private static Destination destination(JsonNode data, String since) {
        return new Destination(
                data.path("column").asString(data.path("name").asString()),
                data.path("rendered").asString(),
                data.path("since").asString(since),
                data.path("deprecated").asString(null));
    }

    private static Limits limits(JsonNode data) {
        return new Limits(
                number(data.path("minimum")),
                number(data.path("maximum")),
                data.path("minLength").asInt(0),
                data.path("maxLength").asInt(Integer.MAX_VALUE),
                data.path("oneLine").asBoolean(false),
                data.has("pattern") ? Pattern.compile(data.path("pattern").asString()) : null,
                data.path("patternHint").asString(),
                texts(data.path("values")),
                format(data.path("format")));
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static @Nullable Double number(JsonNode value) {
        return value.isNumber() ? value.doubleValue() : null;
    }

    private static Format format(JsonNode value) {
        return value.isMissingNode() ? Format.NONE : Format.valueOf(enumName(value));
    }

    private static String enumName(JsonNode value) {
        return value.asString().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static byte[] resource(String name) {
        try (InputStream stream = Catalogue.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The catalogue's file %s is missing".formatted(name));
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the catalogue's file " + name, e);
        }
    }
}
