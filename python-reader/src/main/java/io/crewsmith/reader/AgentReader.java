package io.crewsmith.reader;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.PythonModule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the module of one agent. */
final class AgentReader {

    private static final Map<String, String> ATTRIBUTES =
            Map.of("agent_key", "/agent_key", "name", "/name", "department_id", "/department_id");
    private static final String STORED_KNOWLEDGE = "crewsmith_runtime.knowledge.stored_knowledge";
    private static final String STEP_WEBHOOK = "crewsmith_runtime.step_webhook.StepWebhook";

    private final Scope scope;
    private final Gathering gathering;
    private final Tools tools;
    private final Models models;
    private final Map<String, Consumer<Expression>> keywords = new HashMap<>();

    AgentReader(Scope scope, Gathering gathering, Tools tools) {
        this.scope = scope;
        this.gathering = gathering;
        this.tools = tools;
        this.models = new Models(scope, gathering);
        var embedders = new EmbedderReader(scope, gathering);
        for (List<KeywordParameter> plain : List.of(KeywordParameter.WHO, KeywordParameter.AGENT)) {
            plain.forEach(pair ->
                    keywords.put(pair.keyword(), value -> gathering.literal("/" + pair.parameter(), value)));
        }
        keywords.put("tools", value -> this.tools.read("/tools", value, scope, gathering));
        keywords.put("llm", models::answering);
        keywords.put("function_calling_llm", value -> models.named("/function_calling_llm", value));
        keywords.put("knowledge_sources", this::knowledge);
        keywords.put("embedder", value -> embedders.read("/embedder_config/", value));
        keywords.put("step_callback", this::stepCallback);
    }

    void read(PythonModule module) {
        boolean found = false;
        for (Expression.Call call : new Frame(gathering, ATTRIBUTES).calls(module)) {
            switch (scope.fullName(call.function())) {
                case "crewai.Agent" -> {
                    if (found) {
                        gathering.unread(call, "a second agent; a module has one");
                    } else {
                        gathering.keywords(call, "Agent", keywords);
                    }
                    found = true;
                }
                case "crewai.Crew" -> new MemoryReader(scope, gathering).read(call);
                default -> {
                    // Part of one of these, or of the frame.
                }
            }
        }
        if (!found) {
            gathering.unread(module, "there is no Agent(…) of crewai");
        }
    }

    private void knowledge(Expression value) {
        int index = 0;
        for (Expression source : gathering.elements(value, "/knowledge_sources")) {
            if (scope.isCall(source, STORED_KNOWLEDGE)
                    && source instanceof Expression.Call call
                    && call.arguments().size() == 2
                    && call.keywords().isEmpty()) {
                String pointer = "/knowledge_sources/" + index++;
                gathering.literal(pointer + "/id", call.arguments().get(0));
                gathering.literal(pointer + "/source_type", call.arguments().get(1));
            } else {
                gathering.unread(
                        source, "/knowledge_sources: only stored_knowledge(id, source_type) can be configured");
            }
        }
    }

    private void stepCallback(Expression value) {
        new Webhooks(scope, gathering).read("/step_callback_url", STEP_WEBHOOK, value);
    }
}
