package io.crewsmith.generator.model;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Warning;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An embedder as CrewAI 1.3.0 takes it: a provider and its settings.
 *
 * @param provider one of CrewAI's names
 * @param settings texts and whole numbers
 */
public record Embedder(String provider, Map<String, Object> settings) {

    private static final String OPENAI = "openai";
    private static final String VOYAGE = "voyageai";

    /** What each provider needs where the agent runs; CrewAI refuses others. */
    private static final Map<String, String> NEEDS = Map.of(
            OPENAI,
            "set EMBEDDINGS_OPENAI_API_KEY",
            "cohere",
            "set EMBEDDINGS_COHERE_API_KEY and install cohere",
            "ollama",
            "install ollama",
            VOYAGE,
            "set EMBEDDINGS_VOYAGEAI_API_KEY and install voyageai",
            "google-generativeai",
            "set EMBEDDINGS_GOOGLE_API_KEY and install google-generativeai",
            "sentence-transformer",
            "install sentence-transformers",
            "azure",
            "set EMBEDDINGS_OPENAI_API_KEY, EMBEDDINGS_OPENAI_API_BASE and EMBEDDINGS_OPENAI_API_VERSION",
            "amazon-bedrock",
            "set AWS credentials and install boto3",
            "jina",
            "set EMBEDDINGS_JINA_API_KEY");

    private static final Map<String, String> RENAMED =
            Map.of("google", "google-generativeai", "huggingface", "sentence-transformer", "bedrock", "amazon-bedrock");

    public Embedder {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** The embedder of the agent, and of its memory where that has none of its own; null where none is asked. */
    static @Nullable Embedder of(Configuration agent, List<Warning> warnings) {
        Configuration given = agent.section("embedder_config");
        return given == null
                ? null
                : of(
                        given.required("provider"),
                        given.text("model"),
                        given.integer("dimensions"),
                        "embedder_config",
                        warnings);
    }

    /** The embedder that the memory has for itself; OpenAI's, as CrewAI has it, where only a model is named. */
    static @Nullable Embedder ofMemory(Configuration memory, List<Warning> warnings) {
        String provider = memory.text("embedder_provider");
        String model = memory.text("embedder_model");
        Long dimensions = memory.integer("embedder_dimensions");
        return provider == null && model == null && dimensions == null
                ? null
                : of(
                        provider == null ? OPENAI : provider,
                        model,
                        dimensions,
                        "memory_config.embedder_provider",
                        warnings);
    }

    private static @Nullable Embedder of(
            String asked, @Nullable String model, @Nullable Long dimensions, String parameter, List<Warning> warnings) {
        String provider = RENAMED.getOrDefault(asked, asked);
        String needs = NEEDS.get(provider);
        if (needs == null) {
            warnings.add(
                    new Warning(parameter, "CrewAI 1.3.0 refuses a provider of this name.", "CrewAI's own embedder"));
            return null;
        }
        warnings.add(new Warning(
                parameter, "The embedder takes what it needs from where the agent runs, not from code.", needs));
        if (!provider.equals(asked)) {
            warnings.add(new Warning(parameter, "CrewAI 1.3.0 has no provider of this name.", provider));
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        if (model != null) {
            settings.put(provider.equals(VOYAGE) ? "model" : "model_name", model);
        }
        if (dimensions != null) {
            String keyword = dimensionsKeyword(provider, model);
            if (keyword == null) {
                warnings.add(new Warning(parameter, "This embedder takes no dimensions.", "the length it has itself"));
            } else {
                settings.put(keyword, dimensions);
            }
        }
        return new Embedder(provider, settings);
    }

    private static @Nullable String dimensionsKeyword(String provider, @Nullable String model) {
        return switch (provider) {
            case VOYAGE -> "output_dimension";
            // Chroma's class, which CrewAI uses for both, sends the length with no other model.
            case OPENAI, "azure" -> model != null && model.contains("text-embedding-3") ? "dimensions" : null;
            default -> null;
        };
    }
}
