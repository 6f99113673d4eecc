package io.crewsmith.generator.crewai;

import io.crewsmith.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Configurations by chance, the same each time: any parameter may be missing, and texts and numbers are anything. */
final class RandomConfigurations {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> SECTIONS = Set.of("memory_config", "embedder_config");
    private static final Set<String> REQUIRED = Set.of("role", "goal", "backstory", "llm_model");
    private static final Set<String> LONG_TEXTS = Set.of("goal", "backstory");
    private static final Set<String> LIMITS =
            Set.of("max_iter", "max_tokens", "max_retry_limit", "max_reasoning_attempts");
    private static final int LARGEST = 100;

    private final Map<String, List<JsonNode>> samples;
    private final Catalogue catalogue;
    private final Random random = new Random(130);

    RandomConfigurations(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.samples = Samples.of(catalogue);
    }

    List<JsonNode> take(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> next("random-agent-%d".formatted(number)))
                .toList();
    }

    private JsonNode next(String key) {
        List<String> missing = new ArrayList<>();
        SECTIONS.stream().filter(section -> random.nextBoolean()).forEach(missing::add);
        Map<String, JsonNode> values = new LinkedHashMap<>();
        samples.forEach((path, choices) -> {
            boolean present = REQUIRED.contains(path) || path.endsWith(".provider") || random.nextInt(4) > 0;
            if (present && !missing.contains(path.split("\\.")[0])) {
                values.put(path, value(path, choices));
            }
        });
        return Samples.configuration(key, values);
    }

    private JsonNode value(String path, List<JsonNode> choices) {
        if (path.equals("tools")) {
            return tools();
        }
        if (LONG_TEXTS.contains(path)) {
            return JSON.stringNode(text());
        }
        if (LIMITS.contains(path)) {
            return JSON.numberNode(1 + random.nextInt(LARGEST));
        }
        return path.equals("temperature")
                ? JSON.numberNode(random.nextInt(LARGEST + 1) / (double) LARGEST)
                : choices.get(random.nextInt(choices.size()));
    }

    private JsonNode tools() {
        var keys = JSON.arrayNode();
        var all = catalogue.tools();
        IntStream.range(0, random.nextInt(4))
                .mapToObj(number -> all.get(random.nextInt(all.size())).key())
                .distinct()
                .forEach(keys::add);
        return keys;
    }

    /** Letters of all alphabets, and the signs that Python and templates care about. */
    private String text() {
        StringBuilder text = new StringBuilder("Text:");
        String signs = " \"'\\\n\t{}%$#;é市😀\u200b\u2028";
        int[] points = signs.codePoints().toArray();
        for (int length = random.nextInt(200); length > 0; length--) {
            text.appendCodePoint(random.nextInt(3) == 0 ? points[random.nextInt(points.length)] : 'a' + length % 26);
        }
        return text.toString();
    }
}
