package io.crewsmith.generator.crewai;

import static io.crewsmith.generator.crewai.CrewProofs.at;
import static io.crewsmith.generator.crewai.Proof.of;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Kind;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How each parameter of a task is seen to arrive. The role of each agent is its key. */
final class TaskProofs {

    private static final Predicate<Configuration> GUARDED = task -> task.text("guardrail_function") != null;
    private static final Predicate<Configuration> WRITES = task -> task.text("output_file") != null;

    private TaskProofs() {}

    static List<Proof> all() {
        return List.of(
                of("task_key").attribute(task -> task.key(Kind.TASK), at("/name")),
                of("description")
                        .notes("A {word} is filled in when the crew is started with such an input.")
                        .attribute(task -> task.text("description"), at("/description")),
                of("expected_output").attribute(task -> task.text("expected_output"), at("/expected_output")),
                of("assigned_agent_id")
                        .notes("In a hierarchical crew the manager does each task.")
                        .attribute(TaskProofs::role, at("/agent")),
                of("context_task_ids").attribute(TaskProofs::context, at("/context")),
                of("tools")
                        .attribute(task -> task.texts("tools"), at("/tools"))
                        .warning(task -> task.texts("tools").contains("SerperDevTool")),
                of("async_execution").attribute(flag("async_execution"), at("/async_execution")),
                of("human_input").attribute(flag("human_input"), at("/human_input")),
                of("guardrail_function").attribute(task -> task.text("guardrail_function"), at("/guardrail")),
                of("guardrail_max_retries")
                        .attribute(
                                task -> GUARDED.test(task) ? task.integer("guardrail_max_retries") : (Long) 3L,
                                at("/guardrail_max_retries"))
                        .warning(task ->
                                !GUARDED.test(task) && !Long.valueOf(3).equals(task.integer("guardrail_max_retries"))),
                of("markdown_enabled").attribute(flag("markdown_enabled"), at("/markdown")),
                of("output_file").attribute(task -> task.text("output_file"), at("/output_file")),
                of("create_directory")
                        .attribute(task -> !WRITES.test(task) || task.flag("create_directory"), at("/create_directory"))
                        .warning(task -> !WRITES.test(task) && task.flag("create_directory")),
                of("output_json_schema").attribute(task -> form(task, "output_json_schema"), facts("/output_json")),
                of("output_pydantic_schema")
                        .attribute(task -> form(task, "output_pydantic_schema"), facts("/output_pydantic")),
                of("callback_url").attribute(TaskProofs::hook, at("/callback")));
    }

    private static @Nullable String role(Configuration task) {
        String id = task.required("assigned_agent_id");
        return "member-" + id.charAt(id.length() - 1);
    }

    private static List<String> context(Configuration task) {
        String[] key = task.key(Kind.TASK).split("-");
        return task.texts("context_task_ids").isEmpty()
                ? List.of()
                : List.of("task-%s-%d".formatted(key[1], Integer.parseInt(key[2]) - 1));
    }

    /** What the model of {@link RandomCrews#SCHEMA} must say of itself. */
    private static @Nullable Map<String, Object> form(Configuration task, String parameter) {
        return task.section(parameter) == null
                ? null
                : Map.of("title", "Facts", "required", List.of("text"), "shortest", 2, "largest", 100);
    }

    private static Function<Observed, JsonNode> facts(String model) {
        return seen -> {
            JsonNode schema = seen.seen().at(model);
            if (schema.isNull()) {
                return schema;
            }
            var facts = JsonNodeFactory.instance.objectNode();
            facts.set("title", schema.path("title"));
            facts.set("required", schema.path("required"));
            facts.set("shortest", schema.at("/properties/text/minLength"));
            facts.set("largest", schema.at("/properties/share/anyOf/0/maximum"));
            return facts;
        };
    }

    private static @Nullable Map<String, Object> hook(Configuration task) {
        String url = task.text("callback_url");
        return url == null ? null : Map.of("type", "TaskWebhook", "url", url, "task_key", task.key(Kind.TASK));
    }

    private static Function<Configuration, @Nullable Object> flag(String name) {
        return task -> task.flag(name);
    }
}
