package io.crewsmith.generator.model;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Warning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An embedder as CrewAI 1.3.0 takes it: a provider and its settings.
 *
 * @param provider one of CrewAI's names
 * @param settings texts and whole numbers
 */
record Embedder(String provider, Map<String, Object> settings) {

    private static final Set<String> KNOWN =
            Set.of("openai", "cohere", "ollama", "voyageai", "google-generativeai", "sentence-transformer", "azure");
    private static final Map<String, String> RENAMED =
            Map.of("google", "google-generativeai", "huggingface", "sentence-transformer", "bedrock", "amazon-bedrock");

    static @Nullable Embedder of(Configuration agent, List<Warning> warnings) {
        Configuration given = agent.section("embedder_config");
        if (given == null) {
            return null;
        }
        String asked = given.required("provider");
        String provider = RENAMED.getOrDefault(asked, asked);
        if (!provider.equals(asked)) {
            warnings.add(new Warning("embedder_config", "CrewAI 1.3.0 has no provider of this name.", provider));
        } else if (!KNOWN.contains(provider)) {
            warnings.add(new Warning("embedder_config", "CrewAI 1.3.0 does not know this provider.", ""));
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        String model = given.text("model");
        if (model != null) {
            settings.put("model_name", model);
        }
        Long dimensions = given.integer("dimensions");
        if (dimensions != null && provider.equals("openai")) {
            settings.put("dimensions", dimensions);
        } else if (dimensions != null) {
            warnings.add(new Warning("embedder_config", "Only OpenAI's embedder takes dimensions.", ""));
        }
        return new Embedder(provider, settings);
    }
}
