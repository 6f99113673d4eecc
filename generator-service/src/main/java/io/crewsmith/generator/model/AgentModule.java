package io.crewsmith.generator.model;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.catalogue.Tool;
import io.crewsmith.catalogue.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the module of an agent holds: the keywords of its calls, by the names and rules of CrewAI 1.3.0. Values are String,
 * Long, Double and Boolean; what is null is left out, since CrewAI refuses None for most of them.
 *
 * @param imports names by module, in order
 * @param agent keywords of {@code Agent(…)} after those that have lines of their own
 * @param llm keywords of {@code LLM(…)}
 * @param functionCallingModel provider/model, or null
 * @param runsAlone whether it answers with a model that answers at once, and nothing else in reach
 * @param environment variables that must be set where it runs
 * @param memoryEmbedder where the memory does not share the agent's
 */
public record AgentModule(
        Identifier className,
        Identifier module,
        Map<String, List<String>> imports,
        Map<String, Object> agent,
        Map<String, Object> llm,
        @Nullable String functionCallingModel,
        List<Tool> tools,
        List<Configuration> knowledge,
        @Nullable Embedder embedder,
        @Nullable Embedder memoryEmbedder,
        @Nullable Map<String, Boolean> memory,
        boolean runsAlone,
        List<String> environment,
        List<Warning> warnings) {

    /** Decides what is rendered, and warns of what cannot be. */
    public static AgentModule of(Configuration configuration, Catalogue catalogue) {
        List<Warning> warnings = new ArrayList<>(HiddenText.warnings("", configuration));
        List<Tool> tools =
                configuration.texts("tools").stream().map(catalogue::tool).toList();
        Memory memory = Memory.of(configuration, warnings);
        String functionCalling = configuration.text("function_calling_llm");
        return new AgentModule(
                Identifier.ofClass(configuration.key(Kind.AGENT)),
                Identifier.ofModule(configuration.key(Kind.AGENT)),
                imports(configuration, tools, memory),
                new AgentKeywords(configuration, warnings).all(),
                llm(configuration, warnings),
                functionCalling == null
                        ? null
                        : LanguageModel.of("function_calling_llm", functionCalling, warnings)
                                .model(),
                tools,
                knowledge(configuration, warnings),
                Embedder.of(configuration, warnings),
                memoryEmbedder(configuration, memory, warnings),
                memory == null ? null : memoryClasses(memory),
                runsAlone(configuration, memory),
                environment(configuration, tools, memory),
                warned(tools, warnings));
    }

    private static Map<String, Object> llm(Configuration configuration, List<Warning> warnings) {
        return LanguageModel.of("llm_model", configuration.required("llm_model"), warnings)
                .keywords(configuration, warnings);
    }

    private static @Nullable Embedder memoryEmbedder(
            Configuration configuration, @Nullable Memory memory, List<Warning> warnings) {
        Configuration settings = configuration.section("memory_config");
        return memory == null || settings == null ? null : Embedder.ofMemory(settings, warnings);
    }

    private static Map<String, List<String>> imports(
            Configuration configuration, List<Tool> tools, @Nullable Memory memory) {
        Map<String, TreeSet<String>> names = new TreeMap<>();
        tools.forEach(tool -> names.computeIfAbsent(tool.module(), module -> new TreeSet<>(Identifier.IMPORT_ORDER))
                .add(tool.type()));
        if (memory != null && !memory.all()) {
            names.put("crewai.memory", new TreeSet<>(memoryClasses(memory).keySet()));
        }
        if (!configuration.sections("knowledge_sources").isEmpty()) {
            names.put("crewsmith_runtime.knowledge", new TreeSet<>(List.of("stored_knowledge")));
        }
        if (configuration.text("step_callback_url") != null) {
            names.put("crewsmith_runtime.step_webhook", new TreeSet<>(List.of("StepWebhook")));
        }
        return names.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> List.copyOf(entry.getValue()), (a, b) -> a, TreeMap::new));
    }

    private static List<Configuration> knowledge(Configuration configuration, List<Warning> warnings) {
        List<Configuration> sources = configuration.sections("knowledge_sources");
        if (!sources.isEmpty()) {
            warnings.add(new Warning(
                    "knowledge_sources",
                    "CrewAI knows no source by its id.",
                    "crewsmith_runtime loads each source when the agent is made"));
        }
        return sources;
    }

    private static List<Warning> warned(List<Tool> tools, List<Warning> warnings) {
        tools.stream()
                .filter(tool -> !tool.environment().isEmpty())
                .forEach(tool -> warnings.add(new Warning(
                        "tools",
                        "%s takes its access from the environment, not from code.".formatted(tool.key()),
                        "set " + String.join(", ", tool.environment()))));
        return List.copyOf(warnings);
    }

    private static boolean runsAlone(Configuration configuration, @Nullable Memory memory) {
        return memory == null
                && configuration.sections("knowledge_sources").isEmpty()
                && configuration.text("response_template") == null
                && !configuration.flag("reasoning_enabled")
                && !configuration.flag("allow_code_execution");
    }

    private static List<String> environment(Configuration configuration, List<Tool> tools, @Nullable Memory memory) {
        var environment = new Environment().tools(tools);
        List<Warning> unheard = new ArrayList<>();
        for (String parameter : List.of("llm_model", "function_calling_llm")) {
            String model = configuration.text(parameter);
            if (model != null) {
                environment.models(
                        List.of(LanguageModel.of(parameter, model, unheard).model()));
            }
        }
        Embedder embedder = Embedder.of(configuration, unheard);
        if (!configuration.sections("knowledge_sources").isEmpty()) {
            environment.variable("CREWSMITH_KNOWLEDGE_URL").embedder(embedder);
        }
        if (memory != null) {
            Embedder own = memoryEmbedder(configuration, memory, unheard);
            environment.embedder(own == null ? embedder : own);
        }
        return environment.names();
    }

    /** Memory classes by name, with whether each takes the embedder; empty where the crew has all of them. */
    private static Map<String, Boolean> memoryClasses(Memory memory) {
        Map<String, Boolean> classes = new TreeMap<>();
        if (memory.all()) {
            return classes;
        }
        if (memory.entity()) {
            classes.put("EntityMemory", true);
        }
        if (memory.longTerm()) {
            classes.put("LongTermMemory", false);
        }
        if (memory.shortTerm()) {
            classes.put("ShortTermMemory", true);
        }
        return classes;
    }
}
