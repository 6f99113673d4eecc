package io.crewsmith.reader.proof;

import io.crewsmith.catalogue.CrewSnapshot;
import io.crewsmith.catalogue.CrewSnapshot.Member;
import io.crewsmith.catalogue.CrewSnapshot.PlannedTask;
import io.crewsmith.reader.proof.Rule.Derived;
import io.crewsmith.reader.proof.Rule.Exact;
import io.crewsmith.reader.proof.Rule.Unsaid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the code of a crew must say of each parameter of the catalogue; ids become keys. */
final class CrewRules {

    /** No key is like this, so what is not in the snapshot is never equal to anything. */
    static final String NOBODY = "(not in the snapshot)";

    private static final Map<String, Rule<CrewSnapshot>> RULES = new HashMap<>();

    static {
        for (String exact : List.of(
                "crew_key",
                "crew_name",
                "description",
                "template_version",
                "planning_enabled",
                "memory_enabled",
                "cache_enabled",
                "verbose",
                "step_callback_url",
                "task_callback_url",
                "output_log_file",
                "prompt_file_path",
                "share_crew")) {
            RULES.put(exact, new Exact<>());
        }
        derived("agent_ids", "by their keys", CrewRules::agents);
        derived("task_ids", "by their keys", CrewRules::tasks);
        derived("process_type", "CrewAI has no consensual process", CrewRules::process);
        derived("manager_agent_id", "by its key, only in a hierarchical crew", CrewRules::manager);
        derived("manager_llm", "with its provider, only where no agent leads a hierarchical crew", CrewRules::model);
        derived(
                "planning_llm",
                "with its provider, only with planning_enabled",
                crew -> crew.crew().flag("planning_enabled") ? full(crew, "planning_llm") : null);
        derived("function_calling_llm", "with its provider", crew -> full(crew, "function_calling_llm"));
        derived(
                "max_rpm",
                "no limit is said by saying nothing, not by 0",
                crew -> AgentRules.positive(crew.crew().integer("max_rpm")));
        RULES.put("config_file_path", new Unsaid<>("CrewAI's Crew takes no path of a configuration file"));
    }

    private CrewRules() {}

    static Map<String, Rule<CrewSnapshot>> all() {
        return RULES;
    }

    static String agentKey(CrewSnapshot crew, String id) {
        return Stream.concat(crew.members().stream(), Stream.ofNullable(crew.manager()))
                .filter(member -> member.id().equals(id))
                .map(Member::key)
                .findFirst()
                .orElse(NOBODY);
    }

    static String taskKey(CrewSnapshot crew, String id) {
        return crew.tasks().stream()
                .filter(task -> task.id().equals(id))
                .map(PlannedTask::key)
                .findFirst()
                .orElse(NOBODY);
    }

    private static Object agents(CrewSnapshot crew) {
        List<String> ids = crew.crew().texts("agent_ids");
        boolean complete = ids.equals(crew.members().stream().map(Member::id).toList());
        return complete ? ids.stream().map(id -> agentKey(crew, id)).toList() : List.of(NOBODY);
    }

    private static Object tasks(CrewSnapshot crew) {
        List<String> ids = crew.crew().texts("task_ids");
        boolean complete = ids.equals(crew.tasks().stream().map(PlannedTask::id).toList());
        return complete ? ids.stream().map(id -> taskKey(crew, id)).toList() : List.of(NOBODY);
    }

    /** Where all members were to decide, a manager does if there is one. */
    private static String process(CrewSnapshot crew) {
        String asked = crew.crew().required("process_type");
        if (!asked.equals("consensual")) {
            return asked;
        }
        boolean led =
                crew.crew().text("manager_agent_id") != null || crew.crew().text("manager_llm") != null;
        return led ? "hierarchical" : "sequential";
    }

    private static @Nullable Object manager(CrewSnapshot crew) {
        String id = crew.crew().text("manager_agent_id");
        return id == null || !process(crew).equals("hierarchical") ? null : agentKey(crew, id);
    }

    private static @Nullable Object model(CrewSnapshot crew) {
        boolean leads = process(crew).equals("hierarchical") && crew.crew().text("manager_agent_id") == null;
        return leads ? full(crew, "manager_llm") : null;
    }

    private static @Nullable Object full(CrewSnapshot crew, String parameter) {
        return ModelFacts.fullName(crew.crew().text(parameter));
    }

    private static void derived(String parameter, String how, Function<CrewSnapshot, @Nullable Object> value) {
        RULES.put(parameter, new Derived<>(how, value));
    }
}
