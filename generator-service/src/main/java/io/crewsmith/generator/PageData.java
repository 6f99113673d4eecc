package io.crewsmith.generator;

import static java.util.Objects.requireNonNull;

import io.crewsmith.catalogue.Configuration;
import io.crewsmith.catalogue.Warning;
import io.crewsmith.generator.model.AgentModule;
import io.crewsmith.generator.model.CrewModule;
import io.crewsmith.generator.model.HeaderToken;
import io.crewsmith.generator.model.Identifier;
import io.crewsmith.generator.model.TaskCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the page beside a module sees: texts and nothing else. */
final class PageData {

    /** What has a place of its own on the page. */
    private static final Set<String> APART_OF_AGENT = Set.of("name", "role", "goal", "backstory", "tools");

    private static final Set<String> APART_OF_CREW = Set.of("crew_name", "description", "agent_ids", "task_ids");

    /** Places of storage may hold passwords. */
    private static final Set<String> SECRET = Set.of("storage_connection_string");

    private PageData() {}

    static Map<String, @Nullable Object> of(AgentModule module, Configuration agent, Map<String, HeaderToken> header) {
        Map<String, @Nullable Object> page = page(module.module(), module.className(), header, module.warnings());
        page.put("title", title(agent.text("name"), module.className()));
        page.put("tools", agent.texts("tools"));
        page.put("environment", module.environment());
        page.put("settings", settings(agent, APART_OF_AGENT));
        return page;
    }

    static Map<String, @Nullable Object> of(CrewModule module, Configuration crew, Map<String, HeaderToken> header) {
        Map<String, @Nullable Object> page = page(module.module(), module.className(), header, module.warnings());
        page.put("title", title(crew.text("crew_name"), module.className()));
        page.put("agents", module.members());
        page.put("tasks", module.tasks().stream().map(PageData::task).toList());
        page.put("environment", module.environment());
        page.put("settings", settings(crew, APART_OF_CREW));
        return page;
    }

    private static Map<String, @Nullable Object> page(
            Identifier module, Identifier className, Map<String, HeaderToken> header, List<Warning> warnings) {
        Map<String, @Nullable Object> page = new HashMap<>();
        page.put("module", module.name());
        page.put("class_name", className.name());
        page.put("digest", requireNonNull(header.get("configuration")).text());
        page.put(
                "warnings",
                warnings.stream()
                        .map(warning -> Map.of(
                                "parameter", warning.parameter(),
                                "reason", warning.reason(),
                                "nearest", warning.nearest()))
                        .toList());
        return page;
    }

    private static String title(@Nullable String name, Identifier className) {
        return name == null ? className.name() : name;
    }

    private static Map<String, Object> task(TaskCall task) {
        return Map.of(
                "key", task.key(),
                "agent", task.agent() == null ? "the manager decides" : task.agent(),
                "description", task.task().required("description"),
                "expected_output", task.task().required("expected_output"));
    }

    private static List<Map<String, String>> settings(Configuration configuration, Set<String> apart) {
        return configuration.values().entrySet().stream()
                .filter(setting -> setting.getValue() != null && !apart.contains(setting.getKey()))
                .map(setting -> Map.of("name", setting.getKey(), "value", words(setting.getValue())))
                .toList();
    }

    private static String words(@Nullable Object value) {
        return switch (value) {
            case null -> "none";
            case Boolean flag -> flag ? "yes" : "no";
            case List<?> list when list.isEmpty() -> "none";
            case List<?> list ->
                String.join(", ", list.stream().map(PageData::words).toList());
            case Map<?, ?> map ->
                String.join(
                        ", ",
                        map.entrySet().stream()
                                .filter(entry -> entry.getValue() != null && !SECRET.contains(entry.getKey()))
                                .map(entry -> entry.getKey() + " " + words(entry.getValue()))
                                .toList());
            default -> String.valueOf(value);
        };
    }
}
