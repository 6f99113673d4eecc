package io.crewsmith.generator.model;

import io.crewsmith.catalogue.Configuration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the module of a crew imports beside CrewAI and its agents: tools, and what the runtime gives. */
final class CrewImports {

    private static final String RUNTIME = "crewsmith_runtime.";

    private final Map<String, TreeSet<String>> names = new TreeMap<>();

    private CrewImports() {}

    /** Names by module, both in order. */
    static Map<String, List<String>> of(Configuration crew, List<TaskCall> tasks) {
        var imports = new CrewImports();
        if (crew.text("step_callback_url") != null) {
            imports.add(RUNTIME + "crew_webhooks", "CrewStepWebhook");
        }
        if (crew.text("task_callback_url") != null) {
            imports.add(RUNTIME + "crew_webhooks", "CrewTaskWebhook");
        }
        tasks.forEach(imports::add);
        Map<String, List<String>> sorted = new LinkedHashMap<>();
        imports.names.forEach((module, found) -> sorted.put(module, List.copyOf(found)));
        return sorted;
    }

    private void add(TaskCall task) {
        task.tools().forEach(tool -> add(tool.module(), tool.type()));
        if (task.result() != null) {
            add(RUNTIME + "schemas", "model_of");
        }
        if (task.guardrail() != null && task.guardrail().isFunction()) {
            add(RUNTIME + "guardrails", task.guardrail().text());
        }
        if (task.task().text("callback_url") != null) {
            add(RUNTIME + "crew_webhooks", "TaskWebhook");
        }
    }

    private void add(String module, String name) {
        names.computeIfAbsent(module, key -> new TreeSet<>(Identifier.IMPORT_ORDER))
                .add(name);
    }
}
