package io.crewsmith.generator.model;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Warning;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A model with its provider. CrewAI 1.3.0 takes a name without one for OpenAI's, {@code claude-*} too.
 *
 * @param model provider/model
 * @param tokensKeyword the keyword of its native class that limits an answer
 */
record LanguageModel(String model, String tokensKeyword) {

    // OpenAI's models that reason take max_completion_tokens alone, and no temperature but their own.
    private static final Pattern REASONING = Pattern.compile("openai/(o[134]|gpt-5)([-.].*)?");
    private static final Pattern ANTHROPIC = Pattern.compile("(anthropic|claude)/.*");
    private static final double ANTHROPIC_WARMEST = 1.0;

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

    private static LanguageModel withProvider(String model) {
        if (REASONING.matcher(model).matches()) {
            return new LanguageModel(model, "max_completion_tokens");
        }
        boolean gemini = model.startsWith("gemini/") || model.startsWith("google/");
        return new LanguageModel(model, gemini ? "max_output_tokens" : "max_tokens");
    }

    /** The keywords of {@code LLM(…)} for the model that an agent answers with. */
    Map<String, Object> keywords(Configuration agent, List<Warning> warnings) {
        var keywords = new Keywords();
        keywords.put("model", model);
        keywords.put("temperature", temperature(agent.number("temperature"), warnings));
        keywords.put(tokensKeyword, agent.integer("max_tokens"));
        if (agent.integer("max_tokens") == null && ANTHROPIC.matcher(model).matches()) {
            warnings.add(new Warning("max_tokens", "Anthropic wants a limit, and CrewAI has one of its own.", "4096"));
        }
        return keywords.all();
    }

    private @Nullable Double temperature(@Nullable Double asked, List<Warning> warnings) {
        if (asked != null && REASONING.matcher(model).matches()) {
            warnings.add(new Warning("temperature", "OpenAI's models that reason take none.", "the model's own"));
            return null;
        }
        if (asked != null
                && asked > ANTHROPIC_WARMEST
                && ANTHROPIC.matcher(model).matches()) {
            warnings.add(new Warning("temperature", "Anthropic takes 0 to 1.", String.valueOf(ANTHROPIC_WARMEST)));
            return ANTHROPIC_WARMEST;
        }
        return asked;
    }
}
