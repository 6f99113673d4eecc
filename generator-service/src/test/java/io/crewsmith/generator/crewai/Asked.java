package io.crewsmith.generator.crewai;

import io.crewsmith.catalogue.Configuration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a configuration asks for, in the words of CrewAI 1.3.0; written without a look at the generator. */
final class Asked {

    private static final Map<String, String> NATIVE = Map.of(
            "openai", "OpenAICompletion",
            "anthropic", "AnthropicCompletion",
            "azure", "AzureCompletion",
            "gemini", "GeminiCompletion");
    private static final Map<String, String> EMBEDDERS = Map.of(
            "openai", "openai",
            "cohere", "cohere",
            "ollama", "ollama",
            "voyageai", "voyageai",
            "google", "google-generativeai",
            "huggingface", "sentence-transformer");

    private Asked() {}

    /** The model with its provider, which a bare name gets. */
    static String model(String name) {
        if (name.contains("/")) {
            return name;
        }
        return (name.startsWith("claude") ? "anthropic/" : "openai/") + name;
    }

    static String provider(Configuration agent) {
        return model(agent.required("llm_model")).split("/")[0];
    }

    /** Whether it is one of OpenAI's models that reason, which take fewer settings. */
    static boolean reasons(Configuration agent) {
        return model(agent.required("llm_model")).matches("openai/(o1|o3|o4|gpt-5).*");
    }

    /** The model without its provider, as its provider is asked. */
    static String bare(String name) {
        return model(name).substring(model(name).indexOf('/') + 1);
    }

    /** The class that CrewAI makes of a model; LiteLLM's where it has none of its own. */
    static String type(String name) {
        return NATIVE.getOrDefault(model(name).split("/")[0], "LLM");
    }

    /** The model as that class keeps it. */
    static String kept(String name) {
        return type(name).equals("LLM") ? model(name) : bare(name);
    }

    static boolean hasBothTemplates(Configuration agent) {
        return agent.text("system_template") != null && agent.text("prompt_template") != null;
    }

    static boolean hasTemplate(Configuration agent) {
        return agent.text("system_template") != null || agent.text("prompt_template") != null;
    }

    /** Whether the prompt says who the agent is: templates of its own may leave that out. */
    static boolean introduces(Configuration agent) {
        return !hasBothTemplates(agent) || agent.required("system_template").contains("{{ .System }}");
    }

    /** Whether the prompt says what is to be done. */
    static boolean tellsTask(Configuration agent) {
        return !hasBothTemplates(agent) || agent.required("prompt_template").contains("{{ .Prompt }}");
    }

    /** Whether CrewAI can work with the response template: it cuts answers at what follows the marker. */
    static boolean canRespond(Configuration agent) {
        String[] parts = String.valueOf(agent.text("response_template")).split("\\{\\{ \\.Response }}", 2);
        return parts.length == 2 && !parts[1].isBlank();
    }

    /** A template as it is sent, up to its marker. */
    static String sent(Configuration agent, String template) {
        return agent.required(template)
                .split("\\{\\{ ")[0]
                .replace("{goal}", agent.required("goal"))
                .replace("{role}", agent.required("role"))
                .replace("{backstory}", agent.required("backstory"));
    }

    /** Whether there is any memory. */
    static boolean remembers(Configuration agent) {
        return remembers(agent, "short_term_enabled")
                || remembers(agent, "long_term_enabled")
                || remembers(agent, "entity_enabled");
    }

    static boolean remembers(Configuration agent, String memory) {
        Configuration settings = agent.section("memory_config");
        return agent.flag("memory_enabled") && (settings == null || settings.flag(memory));
    }

    /** A setting of the memory, where there is memory at all. */
    static @Nullable Object memory(Configuration agent, String setting) {
        Configuration settings = agent.section("memory_config");
        return agent.flag("memory_enabled") && settings != null
                ? settings.values().get(setting)
                : null;
    }

    static @Nullable Object embedder(Configuration agent, String setting) {
        Configuration settings = agent.section("embedder_config");
        return settings == null ? null : settings.values().get(setting);
    }

    /** The provider of embeddings by the name that CrewAI knows; null where it knows none. */
    static @Nullable String embedder(@Nullable Object name) {
        return name == null ? null : EMBEDDERS.get(name.toString().toLowerCase(Locale.ROOT));
    }

    /** CrewAI's way to say "no limit" is to say nothing. */
    static @Nullable Long limit(Configuration agent, String name) {
        Long value = agent.integer(name);
        return value == null || value == 0 ? null : value;
    }
}
