package io.crewsmith.catalogue.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Invalid;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Problem;
import io.crewsmith.catalogue.ValidationResult;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Configurations as JSON. Bad input gives problems, never an exception. */
public final class ConfigurationJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Catalogue catalogue;

    public ConfigurationJson(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Reads and validates a configuration. */
    public ValidationResult read(Kind kind, String json) {
        return read(kind, json.getBytes(UTF_8), Set.of());
    }

    /** The same for a body that may also hold these names, which are not the configuration's. */
    public ValidationResult read(Kind kind, byte[] json, Set<String> besides) {
        JsonNode tree;
        try {
            tree = JSON.readTree(json);
        } catch (JacksonException e) {
            return malformed("The body is no JSON: %s".formatted(e.getOriginalMessage()));
        }
        if (tree == null || !tree.isObject()) {
            return malformed("The body must be a JSON object.");
        }
        Map<String, @Nullable Object> values = JsonValues.object(tree);
        values.keySet().removeAll(besides);
        return catalogue.validate(kind, values);
    }

    /** The canonical text (RFC 8785): the same configuration gives the same text. */
    public String write(Configuration configuration) {
        return CanonicalJson.write(configuration.values());
    }

    /** SHA-256 of the canonical text's UTF-8 bytes, lower-case hex. */
    public String digest(Configuration configuration) {
        return CanonicalJson.digest(write(configuration));
    }

    private static Invalid malformed(String message) {
        return new Invalid(List.of(new Problem("", "json", message)));
    }
}
