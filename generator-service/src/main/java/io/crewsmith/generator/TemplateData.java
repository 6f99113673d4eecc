package io.crewsmith.generator;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Tool;
import io.crewsmith.generator.model.AgentModule;
import io.crewsmith.generator.model.Embedder;
import io.crewsmith.generator.model.HeaderToken;
import io.crewsmith.generator.model.Identifier;
import io.crewsmith.generator.templates.PythonOutputFormat;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a module into what its template sees: texts stay texts, and only checked types become code. */
final class TemplateData {

    private static final Map<String, String> MEMORY_KEYWORDS = Map.of(
            "EntityMemory", "entity_memory",
            "LongTermMemory", "long_term_memory",
            "ShortTermMemory", "short_term_memory");

    private static final Identifier EMBEDDER = new Identifier("EMBEDDER");
    private static final Identifier MEMORY_EMBEDDER = new Identifier("MEMORY_EMBEDDER");

    private TemplateData() {}

    static Map<String, @Nullable Object> of(
            AgentModule module, Configuration configuration, Map<String, HeaderToken> header) {
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put("header", header(header));
        data.put("class_name", code(module.className()));
        data.put("imports", imports(module.imports()));
        for (String text :
                List.of("agent_key", "name", "department_id", "role", "goal", "backstory", "step_callback_url")) {
            data.put(text, configuration.text(text));
        }
        data.put("tools", tools(module.tools()));
        data.put("llm", keywords(module.llm()));
        data.put("agent", keywords(module.agent()));
        data.put("function_calling_model", module.functionCallingModel());
        data.put(
                "knowledge",
                module.knowledge().stream().map(Configuration::values).toList());
        embedders(module, data);
        data.put("memory", memory(module.memory()));
        data.put("verbose", value(configuration.flag("verbose")));
        data.put("page", PageData.of(module, configuration, header));
        forTest(module, data);
        return data;
    }

    private static void forTest(AgentModule module, Map<String, @Nullable Object> data) {
        data.put("module", code(module.module()));
        data.put("model", module.llm().get("model"));
        data.put("llm_limits", keywords(module.llm()).stream().skip(1).toList());
        data.put("tool_count", code(String.valueOf(module.tools().size())));
        data.put("runs_alone", module.runsAlone());
    }

    static Map<String, Object> header(Map<String, HeaderToken> header) {
        Map<String, Object> words = new HashMap<>();
        header.forEach((name, word) -> words.put(name, code(word.text())));
        return words;
    }

    static List<Map<String, Object>> imports(Map<String, List<String>> imports) {
        return imports.entrySet().stream().map(TemplateData::line).toList();
    }

    private static Map<String, Object> line(Map.Entry<String, List<String>> line) {
        return Map.of(
                "module", code(new Identifier(line.getKey())),
                "names",
                        line.getValue().stream()
                                .map(Identifier::new)
                                .map(TemplateData::code)
                                .toList());
    }

    static List<Map<String, Object>> tools(List<Tool> tools) {
        return tools.stream()
                .map(tool -> Map.of(
                        "type", code(new Identifier(tool.type())),
                        "arguments", keywords(tool.arguments())))
                .toList();
    }

    static List<Map<String, Object>> keywords(Map<String, Object> keywords) {
        return keywords.entrySet().stream()
                .map(keyword ->
                        Map.of("name", code(new Identifier(keyword.getKey())), "value", value(keyword.getValue())))
                .toList();
    }

    private static void embedders(AgentModule module, Map<String, @Nullable Object> data) {
        List<Map<String, Object>> constants = new ArrayList<>();
        Embedder shared = module.embedder();
        if (shared != null) {
            constants.add(embedder(EMBEDDER, shared));
            data.put("embedder", code(EMBEDDER));
            data.put("memory_embedder", code(EMBEDDER));
        }
        Embedder own = module.memoryEmbedder();
        if (own != null) {
            constants.add(embedder(MEMORY_EMBEDDER, own));
            data.put("memory_embedder", code(MEMORY_EMBEDDER));
        }
        data.put("embedders", constants);
    }

    private static Map<String, Object> embedder(Identifier constant, Embedder embedder) {
        return Map.of(
                "constant",
                code(constant),
                "provider",
                embedder.provider(),
                "settings",
                embedder.settings().entrySet().stream()
                        .map(setting -> Map.of("name", setting.getKey(), "value", value(setting.getValue())))
                        .toList());
    }

    private static @Nullable List<Map<String, Object>> memory(@Nullable Map<String, Boolean> memory) {
        return memory == null
                ? null
                : memory.entrySet().stream()
                        .map(type -> Map.<String, Object>of(
                                "keyword",
                                        code(new Identifier(
                                                MEMORY_KEYWORDS.getOrDefault(type.getKey(), type.getKey()))),
                                "type", code(new Identifier(type.getKey())),
                                "embedded", type.getValue()))
                        .toList();
    }

    static Object value(Object value) {
        return switch (value) {
            case String text -> text;
            case Boolean flag -> code(flag ? "True" : "False");
            case Long number -> code(number.toString());
            case BigInteger number -> code(number.toString());
            case Double number -> code(number.toString().toLowerCase(Locale.ROOT));
            default -> throw new IllegalArgumentException("No literal for " + value.getClass());
        };
    }

    static Object code(Identifier identifier) {
        return code(identifier.name());
    }

    static Object code(String code) {
        return PythonOutputFormat.code(code);
    }
}
