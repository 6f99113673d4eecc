package io.crewsmith.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which JSON Schemas of a result are allowed: those that {@code crewsmith_runtime.schemas} makes a Pydantic model of. The
 * first thing that it would not understand is said, with its place.
 */
final class OutputSchemas {

    private static final int DEEPEST = 8;
    private static final int MOST_PROPERTIES = 200;
    private static final Set<String> ALWAYS = Set.of("type", "title", "description");
    private static final Set<String> RANGE = Set.of("minimum", "maximum");
    private static final Map<String, Set<String>> KEYWORDS = Map.of(
            "object", Set.of("properties", "required"),
            "array", Set.of("items", "minItems", "maxItems"),
            "string", Set.of("enum", "minLength", "maxLength"),
            "integer", RANGE,
            "number", RANGE,
            "boolean", Set.of());
    private static final Set<String> ALL_KEYWORDS = Stream.concat(
                    ALWAYS.stream(), KEYWORDS.values().stream().flatMap(Set::stream))
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern FIELD = Pattern.compile("(?!model_)[A-Za-z][A-Za-z0-9_]{0,99}");

    private final TextRules texts;
    private final List<Problem> problems;

    OutputSchemas(TextRules texts, List<Problem> problems) {
        this.texts = texts;
        this.problems = problems;
    }

    /** Whether the whole schema is one of an object that can become a model; otherwise problems are added. */
    boolean check(String at, Parameter parameter, Map<?, ?> schema) {
        int before = problems.size();
        if (!"object".equals(schema.get("type"))) {
            add(
                    at + "/type",
                    "%s must describe an object: {\"type\": \"object\", \"properties\": …}.",
                    parameter.name());
        }
        node(at, parameter, schema, 1);
        return problems.size() == before;
    }

    private void node(String at, Parameter parameter, Map<?, ?> schema, int depth) {
        if (depth > DEEPEST) {
            add(at, "A schema may be %s levels deep; this one is deeper.", String.valueOf(DEEPEST));
            return;
        }
        String type = String.valueOf(schema.get("type"));
        schema.keySet().forEach(keyword -> keyword(at + "/" + keyword, String.valueOf(keyword), type));
        if (!KEYWORDS.containsKey(type)) {
            String types = String.join(", ", KEYWORDS.keySet().stream().sorted().toList());
            add(at + "/type", "type must be one of %s.", types);
            return;
        }
        words(at, parameter, schema);
        if (type.equals("object")) {
            properties(at, parameter, schema, depth);
        } else if (type.equals("array")) {
            if (schema.get("items") instanceof Map<?, ?> items) {
                node(at + "/items", parameter, items, depth + 1);
            } else {
                add(at + "/items", "An %s needs items, the schema of what it holds.", type);
            }
        }
    }

    private void keyword(String at, String keyword, String type) {
        if (!ALL_KEYWORDS.contains(keyword)) {
            add(at, "%s", NearMatches.sentence("keyword", keyword, ALL_KEYWORDS));
        } else if (!ALWAYS.contains(keyword)
                && !KEYWORDS.getOrDefault(type, Set.of()).contains(keyword)) {
            add(at, "%s", "%s says nothing of the type %s: leave it out.".formatted(keyword, type));
        }
    }

    private void properties(String at, Parameter parameter, Map<?, ?> schema, int depth) {
        if (!(schema.get("properties") instanceof Map<?, ?> properties)
                || properties.isEmpty()
                || properties.size() > MOST_PROPERTIES) {
            add(at + "/properties", "An object needs properties, at most %s.", String.valueOf(MOST_PROPERTIES));
            return;
        }
        properties.forEach((name, value) -> {
            String place = at + "/properties/" + name;
            if (!FIELD.matcher(String.valueOf(name)).matches()) {
                add(place, "%s cannot be the name of a field: letters, digits and _.", Quoted.of(String.valueOf(name)));
            } else if (value instanceof Map<?, ?> property) {
                node(place, parameter, property, depth + 1);
            } else {
                add(place, "%s must be a schema, which is an object.", String.valueOf(name));
            }
        });
        if (schema.get("required") instanceof List<?> required
                ? !properties.keySet().containsAll(required)
                : schema.containsKey("required")) {
            add(at + "/required", "required must be a list of names in %s.", "properties");
        }
    }

    private void words(String at, Parameter parameter, Map<?, ?> schema) {
        for (String keyword : List.of("title", "description")) {
            text(at + "/" + keyword, parameter, schema.get(keyword));
        }
        if (schema.get("enum") instanceof List<?> values && !values.isEmpty()) {
            for (int index = 0; index < values.size(); index++) {
                text(at + "/enum/" + index, parameter, values.get(index));
            }
        } else if (schema.containsKey("enum")) {
            add(at + "/enum", "%s must be a list of texts.", "enum");
        }
        for (String keyword : List.of("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems")) {
            if (schema.containsKey(keyword) && !(schema.get(keyword) instanceof Number)) {
                add(at + "/" + keyword, "%s must be a number.", keyword);
            }
        }
    }

    private void text(String at, Parameter parameter, @Nullable Object value) {
        if (value instanceof String text) {
            texts.check(at, parameter, text, problems);
        } else if (value != null) {
            add(at, "%s must hold texts.", at.substring(at.lastIndexOf('/') + 1));
        }
    }

    private void add(String at, String message, String argument) {
        problems.add(new Problem(at, "schema", message.formatted(argument)));
    }
}
