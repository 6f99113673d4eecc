package io.crewsmith.generator.crewai;

import static io.crewsmith.generator.crewai.Proof.of;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How each parameter of a crew is seen to arrive. The role of each agent is its key. */
final class CrewProofs {

    private CrewProofs() {}

    static List<Proof> all() {
        return List.of(
                of("crew_key").own(crew -> crew.key(Kind.CREW), at("/own/crew_key")),
                of("crew_name")
                        .attribute(
                                crew -> Objects.requireNonNullElse(crew.text("crew_name"), crew.key(Kind.CREW)),
                                at("/name")),
                of("description")
                        .notes("CrewAI's Crew has no such field.")
                        .own(crew -> crew.text("description"), at("/own/description")),
                of("template_version").own(crew -> crew.required("template_version"), at("/template")),
                of("agent_ids").attribute(crew -> List.of("member-0", "member-1", "member-2"), at("/agents")),
                of("task_ids").attribute(CrewProofs::taskKeys, CrewProofs::namesOfTasks),
                of("process_type")
                        .notes("consensual: hierarchical where there is a manager, else sequential.")
                        .attribute(crew -> isHierarchical(crew) ? "hierarchical" : "sequential", at("/process"))
                        .warning(crew -> crew.required("process_type").equals("consensual")),
                of("manager_agent_id")
                        .attribute(crew -> leads(crew) ? "chief-of-staff" : null, at("/manager_agent"))
                        .warning(crew -> crew.text("manager_agent_id") != null && !isHierarchical(crew)),
                of("manager_llm")
                        .attribute(
                                crew -> isHierarchical(crew) && !leads(crew) ? name(crew.text("manager_llm")) : null,
                                at("/manager_llm"))
                        .warning(crew -> !isHierarchical(crew)
                                || leads(crew)
                                || !crew.required("manager_llm").contains("/")),
                of("planning_enabled").attribute(flag("planning_enabled"), at("/planning")),
                of("planning_llm")
                        .attribute(
                                crew -> crew.flag("planning_enabled") ? name(crew.text("planning_llm")) : null,
                                at("/planning_llm"))
                        .warning(crew -> crew.flag("planning_enabled") == (crew.text("planning_llm") == null)),
                of("function_calling_llm")
                        .attribute(crew -> name(crew.text("function_calling_llm")), at("/function_calling_llm")),
                of("memory_enabled")
                        .notes("With OpenAI's embeddings.")
                        .attribute(flag("memory_enabled"), at("/memory"))
                        .warning(crew -> crew.flag("memory_enabled")),
                of("cache_enabled")
                        .attribute(flag("cache_enabled"), at("/cache"))
                        .warning(crew -> !crew.flag("cache_enabled")),
                of("max_rpm")
                        .notes("0 and null: left out, which is CrewAI's \"no limit\".")
                        .attribute(CrewProofs::limit, at("/max_rpm")),
                of("verbose").attribute(flag("verbose"), at("/verbose")),
                of("step_callback_url")
                        .attribute(crew -> hook(crew, "step_callback_url", "CrewStepWebhook"), at("/step_callback")),
                of("task_callback_url")
                        .attribute(crew -> hook(crew, "task_callback_url", "CrewTaskWebhook"), at("/task_callback")),
                of("output_log_file")
                        .attribute(crew -> crew.text("output_log_file"), at("/output_log_file"))
                        .warning(crew -> "run.log".equals(crew.text("output_log_file"))),
                of("config_file_path")
                        .notes("CrewAI's Crew takes no path of a configuration file.")
                        .warning(crew -> crew.text("config_file_path") != null),
                of("prompt_file_path")
                        .attribute(crew -> crew.text("prompt_file_path"), at("/prompt_file"))
                        .warning(crew -> crew.text("prompt_file_path") != null),
                of("share_crew").attribute(flag("share_crew"), at("/share_crew")));
    }

    private static List<String> taskKeys(Configuration crew) {
        String number = crew.key(Kind.CREW).substring("crew-".length());
        return IntStream.range(0, crew.texts("task_ids").size())
                .mapToObj(position -> "task-%s-%d".formatted(number, position))
                .toList();
    }

    private static JsonNode namesOfTasks(Observed seen) {
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        seen.seen().path("tasks").forEach(task -> names.add(task.path("name")));
        return names;
    }

    private static boolean isHierarchical(Configuration crew) {
        return !crew.required("process_type").equals("sequential");
    }

    private static boolean leads(Configuration crew) {
        return isHierarchical(crew) && crew.text("manager_agent_id") != null;
    }

    /** Without its provider, as CrewAI's native classes say it. */
    private static @Nullable String name(@Nullable String model) {
        return model == null ? null : model.substring(model.indexOf('/') + 1);
    }

    private static @Nullable Long limit(Configuration crew) {
        Long limit = crew.integer("max_rpm");
        return limit == null || limit == 0 ? null : limit;
    }

    private static @Nullable Map<String, Object> hook(Configuration crew, String parameter, String type) {
        String url = crew.text(parameter);
        return url == null ? null : Map.of("type", type, "url", url, "crew_key", crew.key(Kind.CREW));
    }

    private static Function<Configuration, @Nullable Object> flag(String name) {
        return crew -> crew.flag(name);
    }

    static Function<Observed, JsonNode> at(String pointer) {
        return seen -> seen.seen().at(pointer);
    }
}
