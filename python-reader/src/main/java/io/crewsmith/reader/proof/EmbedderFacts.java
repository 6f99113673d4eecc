package io.crewsmith.reader.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An embedder as CrewAI 1.3.0 takes it; from its {@code rag/embeddings}, not from the writer.
 *
 * @param provider CrewAI's name of it
 */
record EmbedderFacts(
        String provider, @Nullable String model, @Nullable Long dimensions) {

    private static final List<String> PROVIDERS = List.of(
            "amazon-bedrock",
            "azure",
            "cohere",
            "google-generativeai",
            "jina",
            "ollama",
            "openai",
            "sentence-transformer",
            "voyageai");

    /** What becomes of what was asked for; null where CrewAI would refuse it and has its own instead. */
    static @Nullable EmbedderFacts of(String asked, @Nullable String model, @Nullable Long dimensions) {
        String provider = switch (asked) {
            case "bedrock" -> "amazon-bedrock";
            case "google" -> "google-generativeai";
            case "huggingface" -> "sentence-transformer";
            default -> asked;
        };
        if (!PROVIDERS.contains(provider)) {
            return null;
        }
        return new EmbedderFacts(provider, model, takesDimensions(provider, model) ? dimensions : null);
    }

    private static boolean takesDimensions(String provider, @Nullable String model) {
        return provider.equals("voyageai")
                || (provider.equals("openai") || provider.equals("azure"))
                        && model != null
                        && model.contains("text-embedding-3");
    }

    /** Its setting for the model. */
    static String modelSetting(String provider) {
        return provider.equals("voyageai") ? "model" : "model_name";
    }

    /** Its setting for the length of vectors. */
    static String dimensionsSetting(String provider) {
        return provider.equals("voyageai") ? "output_dimension" : "dimensions";
    }
}
