package io.crewsmith.generator.model;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.CrewSnapshot;
import io.crewsmith.catalogue.CrewSnapshot.Member;
import io.crewsmith.catalogue.CrewSnapshot.PlannedTask;
import io.crewsmith.catalogue.Tool;
import io.crewsmith.catalogue.Warning;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of {@code Task(…)}.
 *
 * @param agent key of the agent who does it; null where the manager decides
 * @param context keys of the tasks whose results it needs
 * @param keywords keywords with plain values
 * @param result the form of the result; null for any
 * @param guardrail what the result is held against; null for nothing
 */
public record TaskCall(
        String key,
        Configuration task,
        @Nullable String agent,
        List<String> context,
        List<Tool> tools,
        Map<String, Object> keywords,
        @Nullable Result result,
        @Nullable Guardrail guardrail) {

    /**
     * The form of a result.
     *
     * @param keyword output_json or output_pydantic
     * @param model name of the model
     * @param schema its JSON Schema
     */
    public record Result(String keyword, String model, Map<String, @Nullable Object> schema) {}

    /** A function of crewsmith_runtime, or a sentence that a model judges by. */
    public record Guardrail(String text, boolean isFunction) {}

    static TaskCall of(PlannedTask planned, CrewSnapshot crew, Catalogue catalogue, List<Warning> warnings) {
        Configuration task = planned.task();
        String guardrail = task.text("guardrail_function");
        return new TaskCall(
                planned.key(),
                task,
                agent(task, crew),
                task.texts("context_task_ids").stream()
                        .map(id -> keyOf(id, crew))
                        .toList(),
                tools(planned, catalogue, warnings),
                keywords(planned, warnings),
                result(planned),
                guardrail == null
                        ? null
                        : new Guardrail(guardrail, catalogue.guardrails().contains(guardrail)));
    }

    private static @Nullable String agent(Configuration task, CrewSnapshot crew) {
        return crew.members().stream()
                .filter(member -> member.id().equals(task.text("assigned_agent_id")))
                .map(Member::key)
                .findFirst()
                .orElse(null);
    }

    private static String keyOf(String taskId, CrewSnapshot crew) {
        return crew.tasks().stream()
                .filter(task -> task.id().equals(taskId))
                .map(PlannedTask::key)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Task %s is not in the crew".formatted(taskId)));
    }

    private static List<Tool> tools(PlannedTask planned, Catalogue catalogue, List<Warning> warnings) {
        List<Tool> tools =
                planned.task().texts("tools").stream().map(catalogue::tool).toList();
        tools.stream()
                .filter(tool -> !tool.environment().isEmpty())
                .forEach(tool -> warnings.add(warning(
                        planned,
                        "tools",
                        "%s takes its access from the environment, not from code.".formatted(tool.key()),
                        "set " + String.join(", ", tool.environment()))));
        return tools;
    }

    private static Map<String, Object> keywords(PlannedTask planned, List<Warning> warnings) {
        Configuration task = planned.task();
        String file = task.text("output_file");
        Long retries = task.integer("guardrail_max_retries");
        boolean guarded = task.text("guardrail_function") != null;
        if (file == null && task.flag("create_directory")) {
            warnings.add(warning(planned, "create_directory", "There is no output_file to make a folder for.", ""));
        }
        if (!guarded && retries != null && retries != 3) {
            warnings.add(warning(planned, "guardrail_max_retries", "There is no guardrail that could fail.", ""));
        }
        var keywords = new Keywords();
        keywords.put("async_execution", task.flag("async_execution"));
        keywords.put("human_input", task.flag("human_input"));
        keywords.put("markdown", task.flag("markdown_enabled"));
        keywords.put("output_file", file);
        keywords.put("create_directory", file == null ? null : task.flag("create_directory"));
        keywords.put("guardrail_max_retries", guarded ? retries : null);
        return keywords.all();
    }

    private static @Nullable Result result(PlannedTask planned) {
        for (String keyword : List.of("output_json", "output_pydantic")) {
            Configuration schema = planned.task().section(keyword + "_schema");
            if (schema != null) {
                return new Result(keyword, Identifier.ofClass(planned.key()).name(), schema.values());
            }
        }
        return null;
    }

    private static Warning warning(PlannedTask planned, String parameter, String reason, String nearest) {
        return new Warning("tasks.%s.%s".formatted(planned.key(), parameter), reason, nearest);
    }
}
