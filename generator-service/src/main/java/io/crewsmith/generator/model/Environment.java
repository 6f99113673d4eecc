package io.crewsmith.generator.model;

import io.crewsmith.catalogue.Tool;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The variables that must be set where code runs, since no secret is in it. */
final class Environment {

    /** By the provider of a model, as CrewAI's native classes and LiteLLM read them. */
    private static final Map<String, List<String>> OF_MODELS = Map.of(
            "openai", List.of("OPENAI_API_KEY"),
            "anthropic", List.of("ANTHROPIC_API_KEY"),
            "claude", List.of("ANTHROPIC_API_KEY"),
            "gemini", List.of("GEMINI_API_KEY"),
            "google", List.of("GOOGLE_API_KEY"),
            "azure", List.of("AZURE_API_KEY", "AZURE_ENDPOINT", "AZURE_API_VERSION"),
            "mistral", List.of("MISTRAL_API_KEY"),
            "cohere", List.of("COHERE_API_KEY"),
            "groq", List.of("GROQ_API_KEY"),
            "openrouter", List.of("OPENROUTER_API_KEY"));

    /** With an explicit embedder CrewAI reads these instead of the model's. */
    private static final Map<String, String> OF_EMBEDDERS =
            Map.of("openai", "EMBEDDINGS_OPENAI_API_KEY", "cohere", "EMBEDDINGS_COHERE_API_KEY");

    private final SortedSet<String> variables = new TreeSet<>();

    Environment tools(Collection<Tool> tools) {
        tools.forEach(tool -> variables.addAll(tool.environment()));
        return this;
    }

    /** Of models as provider/model. */
    Environment models(Collection<String> models) {
        models.forEach(model -> variables.addAll(OF_MODELS.getOrDefault(model.split("/")[0], List.of())));
        return this;
    }

    /** Of what embeds texts; null: CrewAI's own choice, which is OpenAI. */
    Environment embedder(@Nullable Embedder embedder) {
        String variable = embedder == null ? "OPENAI_API_KEY" : OF_EMBEDDERS.get(embedder.provider());
        return variable == null ? this : variable(variable);
    }

    Environment variable(String name) {
        variables.add(name);
        return this;
    }

    List<String> names() {
        return List.copyOf(variables);
    }
}
