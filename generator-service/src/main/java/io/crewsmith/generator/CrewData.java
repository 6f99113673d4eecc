package io.crewsmith.generator;

import static io.crewsmith.generator.TemplateData.code;
import static io.crewsmith.generator.TemplateData.keywords;
import static io.crewsmith.generator.TemplateData.value;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.generator.model.CrewModule;
import io.crewsmith.generator.model.HeaderToken;
import io.crewsmith.generator.model.Identifier;
import io.crewsmith.generator.model.TaskCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns the module of a crew into what its template sees. */
final class CrewData {

    private CrewData() {}

    static Map<String, @Nullable Object> of(CrewModule module, Configuration crew, Map<String, HeaderToken> header) {
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put("header", TemplateData.header(header));
        data.put("class_name", code(module.className()));
        data.put(
                "agent_modules",
                module.agentModules().stream().map(TemplateData::code).toList());
        data.put("imports", TemplateData.imports(module.imports()));
        for (String text : List.of("crew_key", "crew_name", "description", "step_callback_url", "task_callback_url")) {
            data.put(text, crew.text(text));
        }
        data.put("agents", module.members().stream().map(CrewData::agent).toList());
        data.put("manager", module.manager() == null ? null : agent(module.manager()));
        data.put(
                "tasks",
                IntStream.range(0, module.tasks().size())
                        .mapToObj(position -> task(position, module.tasks().get(position)))
                        .toList());
        data.put("process", code(module.process()));
        data.put("uses_llm", !module.models().isEmpty());
        data.put(
                "models",
                module.models().entrySet().stream()
                        .map(model -> Map.of("name", code(new Identifier(model.getKey())), "model", model.getValue()))
                        .toList());
        data.put("crew", keywords(module.crew()));
        data.put("module", code(module.module()));
        data.put("agent_count", code(String.valueOf(module.members().size())));
        data.put("page", PageData.of(module, crew, header));
        return data;
    }

    private static Map<String, Object> agent(String key) {
        return Map.of(
                "module", code(Identifier.ofModule(key)),
                "type", code(Identifier.ofClass(key)));
    }

    private static Map<String, @Nullable Object> task(int position, TaskCall call) {
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put("key", call.key());
        data.put("position", code(String.valueOf(position)));
        data.put("number", code(String.valueOf(position + 1)));
        for (String text : List.of("description", "expected_output", "callback_url")) {
            data.put(text, call.task().text(text));
        }
        data.put("variable", variable(call.key()));
        data.put("agent", call.agent() == null ? null : code(Identifier.ofModule(call.agent())));
        data.put("context", call.context().stream().map(CrewData::variable).toList());
        data.put("tools", TemplateData.tools(call.tools()));
        data.put("keywords", keywords(call.keywords()));
        data.put("result", result(call.result()));
        TaskCall.Guardrail guardrail = call.guardrail();
        data.put(
                "guardrail",
                guardrail == null
                        ? null
                        : guardrail.isFunction() ? code(new Identifier(guardrail.text())) : guardrail.text());
        return data;
    }

    private static Object variable(String taskKey) {
        return code(new Identifier("task_" + taskKey.replace('-', '_')));
    }

    private static @Nullable Map<String, Object> result(TaskCall.@Nullable Result result) {
        if (result == null) {
            return null;
        }
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        lines(1, null, result.schema(), lines);
        return Map.of(
                "keyword", code(new Identifier(result.keyword())),
                "model", result.model(),
                "lines", lines);
    }

    /** A nested value as lines, each with its margin, so that a template needs no recursion. */
    private static void lines(
            int depth, @Nullable String key, @Nullable Object value, List<Map<String, @Nullable Object>> lines) {
        switch (value) {
            case Map<?, ?> map when map.isEmpty() -> lines.add(line(depth, key, code("{}")));
            case List<?> list when list.isEmpty() -> lines.add(line(depth, key, code("[]")));
            case Map<?, ?> map -> {
                lines.add(bracket(depth, key, "{"));
                map.forEach((name, part) -> lines(depth + 1, String.valueOf(name), part, lines));
                lines.add(bracket(depth, null, "},"));
            }
            case List<?> list -> {
                lines.add(bracket(depth, key, "["));
                list.forEach(part -> lines(depth + 1, null, part, lines));
                lines.add(bracket(depth, null, "],"));
            }
            case null -> lines.add(line(depth, key, code("None")));
            default -> lines.add(line(depth, key, value(value)));
        }
    }

    private static Map<String, @Nullable Object> bracket(int depth, @Nullable String key, String bracket) {
        Map<String, @Nullable Object> line = line(depth, key, null);
        line.put("bracket", code(bracket));
        return line;
    }

    private static Map<String, @Nullable Object> line(int depth, @Nullable String key, @Nullable Object value) {
        Map<String, @Nullable Object> line = new HashMap<>();
        line.put("margin", code(" ".repeat(12 + 4 * depth)));
        line.put("key", key);
        line.put("value", value);
        return line;
    }
}
