package io.crewsmith.reader.proof;

import io.crewsmith.catalogue.Configuration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What CrewAI 1.3.0 and the makers of models take; from their sources and documentation, not from the writer. */
final class ModelFacts {

    /** Families of models by how their names begin. */
    private static final Map<String, List<String>> FAMILIES = new TreeMap<>(Map.of(
            "anthropic", List.of("claude"),
            "cohere", List.of("command"),
            "gemini", List.of("gemini"),
            "mistral", List.of("mistral"),
            "openai", List.of("chatgpt", "gpt", "o1", "o3", "o4")));

    private ModelFacts() {}

    /** Provider/model; CrewAI would take a name without its provider for OpenAI's. */
    static @Nullable String fullName(@Nullable String name) {
        if (name == null || name.indexOf('/') >= 0) {
            return name;
        }
        for (Map.Entry<String, List<String>> family : FAMILIES.entrySet()) {
            if (family.getValue().stream().anyMatch(name::startsWith)) {
                return family.getKey() + "/" + name;
            }
        }
        return "openai/" + name;
    }

    /** The keyword of {@code LLM(…)} that limits an answer. */
    static String limitKeyword(String model) {
        return switch (provider(model)) {
            case "gemini", "google" -> "max_output_tokens";
            default -> reasons(model) ? "max_completion_tokens" : "max_tokens";
        };
    }

    /** OpenAI's models that reason take no temperature; Anthropic's none above 1. */
    static @Nullable Double temperature(Configuration agent) {
        Double asked = agent.number("temperature");
        String model = String.valueOf(fullName(agent.text("llm_model")));
        if (asked == null || reasons(model)) {
            return null;
        }
        boolean cool = provider(model).equals("anthropic") || provider(model).equals("claude");
        return cool && asked > 1.0 ? Double.valueOf(1.0) : asked;
    }

    /** Whether it is one of OpenAI's series o1, o3, o4 and gpt-5. */
    private static boolean reasons(String model) {
        if (!provider(model).equals("openai")) {
            return false;
        }
        String name = model.substring("openai/".length());
        return List.of("o1", "o3", "o4", "gpt-5").stream()
                .anyMatch(series ->
                        name.equals(series) || name.startsWith(series + "-") || name.startsWith(series + "."));
    }

    private static String provider(String model) {
        return model.substring(0, Math.max(0, model.indexOf('/')));
    }
}
