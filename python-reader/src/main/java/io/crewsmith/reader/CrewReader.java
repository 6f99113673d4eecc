package io.crewsmith.reader;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.PythonModule;
import io.crewsmith.python.tree.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the module of a crew with its tasks; agents and tasks are named by their keys. */
final class CrewReader {

    private static final Map<String, String> ATTRIBUTES =
            Map.of("crew_key", "/crew/crew_key", "name", "/crew/crew_name", "description", "/crew/description");
    private static final String WEBHOOKS = "crewsmith_runtime.crew_webhooks.";

    private final Scope scope;
    private final Gathering gathering;
    private final Tools tools;
    private final Map<String, Consumer<Expression>> keywords = new HashMap<>();

    CrewReader(Scope scope, Gathering gathering, Tools tools) {
        this.scope = scope;
        this.gathering = gathering;
        this.tools = tools;
        var models = new Models(scope, gathering);
        var webhooks = new Webhooks(scope, gathering);
        KeywordParameter.CREW.forEach(pair ->
                keywords.put(pair.keyword(), value -> gathering.literal("/crew/" + pair.parameter(), value)));
        KeywordParameter.CREW_MODELS.forEach(name -> keywords.put(name, value -> models.named("/crew/" + name, value)));
        keywords.put("name", value -> {});
        keywords.put("tasks", value -> {});
        keywords.put("agents", value -> agents("/crew/agent_ids", value));
        keywords.put("process", this::process);
        keywords.put("manager_agent", value -> agent("/crew/manager_agent_id", value));
        keywords.put(
                "step_callback",
                value -> webhooks.read("/crew/step_callback_url", WEBHOOKS + "CrewStepWebhook", value));
        keywords.put(
                "task_callback",
                value -> webhooks.read("/crew/task_callback_url", WEBHOOKS + "CrewTaskWebhook", value));
    }

    /** Whether there are tasks that a function of its own makes. */
    static boolean isCrew(PythonModule module, Scope scope) {
        List<Statement> tasks = new ArrayList<>();
        module.walk(node -> {
            if (node instanceof Statement.FunctionDef function
                    && function.name().equals("_create_tasks")) {
                tasks.add(function);
            }
        });
        return !tasks.isEmpty();
    }

    void read(PythonModule module) {
        new Frame(gathering, ATTRIBUTES)
                .calls(module).stream()
                        .filter(call -> scope.isCall(call, "crewai.Crew"))
                        .forEach(call -> gathering.keywords(call, "Crew", keywords));
        module.walk(node -> {
            if (node instanceof Statement.FunctionDef function
                    && function.name().equals("_create_tasks")) {
                new TaskReader(scope, gathering, tools).read(function);
            }
        });
    }

    private void agents(String pointer, Expression value) {
        int index = 0;
        for (Expression element : gathering.elements(value, pointer)) {
            agent(pointer + "/" + index++, element);
        }
    }

    private void agent(String pointer, Expression value) {
        AgentReference.key(value)
                .ifPresentOrElse(
                        key -> gathering.put(pointer, key, value),
                        () -> gathering.unread(value, "%s: it is no agent of its own module".formatted(pointer)));
    }

    private void process(Expression value) {
        String process = scope.fullName(value);
        if (process.startsWith("crewai.Process.")) {
            gathering.put("/crew/process_type", process.substring("crewai.Process.".length()), value);
        } else {
            gathering.unread(value, "/crew/process_type: it is no Process of crewai");
        }
    }
}
