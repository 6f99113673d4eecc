package io.crewsmith.reader.proof;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.CrewSnapshot;
import io.crewsmith.reader.proof.Expected.Schema;
import io.crewsmith.reader.proof.Rule.Derived;
import io.crewsmith.reader.proof.Rule.Exact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the code of a task must say of each parameter of the catalogue; ids become keys. */
final class TaskRules {

    private static final Map<String, Rule<InCrew>> RULES = new HashMap<>();

    static {
        for (String exact : List.of(
                "task_key",
                "description",
                "expected_output",
                "tools",
                "async_execution",
                "human_input",
                "guardrail_function",
                "markdown_enabled",
                "output_file",
                "callback_url")) {
            RULES.put(exact, new Exact<>());
        }
        derived("assigned_agent_id", "by its key", TaskRules::agent);
        derived("context_task_ids", "by their keys", TaskRules::context);
        derived(
                "guardrail_max_retries",
                "only with a guardrail",
                task -> task.values().text("guardrail_function") == null
                        ? null
                        : task.values().integer("guardrail_max_retries"));
        derived(
                "create_directory",
                "only with an output_file",
                task -> task.values().text("output_file") == null
                        ? null
                        : task.values().flag("create_directory"));
        for (String schema : List.of("output_json_schema", "output_pydantic_schema")) {
            derived(schema, "as one value", task -> schema(task.values().section(schema)));
        }
    }

    private TaskRules() {}

    /** A task and the crew that does it. */
    record InCrew(Configuration values, CrewSnapshot crew) {}

    static Map<String, Rule<InCrew>> all() {
        return RULES;
    }

    private static @Nullable Object agent(InCrew task) {
        String id = task.values().text("assigned_agent_id");
        return id == null ? null : CrewRules.agentKey(task.crew(), id);
    }

    private static Object context(InCrew task) {
        return task.values().texts("context_task_ids").stream()
                .map(id -> CrewRules.taskKey(task.crew(), id))
                .toList();
    }

    private static @Nullable Object schema(@Nullable Configuration schema) {
        return schema == null ? null : new Schema(schema.values());
    }

    private static void derived(String parameter, String how, Function<InCrew, @Nullable Object> value) {
        RULES.put(parameter, new Derived<>(how, value));
    }
}
