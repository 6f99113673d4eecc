package io.crewsmith.generator.model;

import io.crewsmith.catalogue.Warning;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model with its provider. CrewAI 1.3.0 takes a name without one for OpenAI's, {@code claude-*} too.
 *
 * @param model provider/model
 * @param tokensKeyword the keyword of its native class that limits an answer
 */
record LanguageModel(String model, String tokensKeyword) {

    private static final Map<String, String> PROVIDERS = Map.of(
            "claude", "anthropic",
            "gemini", "gemini",
            "mistral", "mistral",
            "command", "cohere",
            "gpt", "openai",
            "chatgpt", "openai",
            "o1", "openai",
            "o3", "openai",
            "o4", "openai");

    static LanguageModel of(String parameter, String name, List<Warning> warnings) {
        if (name.contains("/")) {
            return withProvider(name);
        }
        String provider = provider(name);
        String full = (provider == null ? "openai" : provider) + "/" + name;
        warnings.add(new Warning(
                parameter,
                provider == null
                        ? "The name has no provider, and none is known for it."
                        : "The name has no provider; CrewAI would take it for OpenAI's.",
                full));
        return withProvider(full);
    }

    private static @Nullable String provider(String name) {
        return PROVIDERS.entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Whether CrewAI sends a limit for answers even where none is given. */
    boolean alwaysLimited() {
        return model.startsWith("anthropic/") || model.startsWith("claude/");
    }

    private static LanguageModel withProvider(String model) {
        boolean gemini = model.startsWith("gemini/") || model.startsWith("google/");
        return new LanguageModel(model, gemini ? "max_output_tokens" : "max_tokens");
    }
}
