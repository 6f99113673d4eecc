package io.crewsmith.reader;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.PythonValue;
import io.crewsmith.python.tree.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the tasks of a crew, each a variable; what one needs of another it says by that variable. */
final class TaskReader {

    private static final String MODEL_OF = "crewsmith_runtime.schemas.model_of";
    private static final String GUARDRAILS = "crewsmith_runtime.guardrails.";
    private static final String WEBHOOK = "crewsmith_runtime.crew_webhooks.TaskWebhook";

    private final Scope scope;
    private final Gathering gathering;
    private final Tools tools;
    private final Map<String, String> keys = new HashMap<>();

    TaskReader(Scope scope, Gathering gathering, Tools tools) {
        this.scope = scope;
        this.gathering = gathering;
        this.tools = tools;
    }

    void read(Statement.FunctionDef function) {
        int index = 0;
        for (Statement statement : function.body()) {
            switch (statement) {
                case Statement.Assign(var at, var targets, Expression.Call call)
                when targets.getFirst() instanceof Expression.Name variable && scope.isCall(call, "crewai.Task") ->
                    task("/tasks/%d/task/".formatted(index++), variable.id(), call);
                case Statement.Return result when result.value() != null -> order(result.value());
                default -> gathering.unread(statement, "no parameter says this statement among the tasks");
            }
        }
    }

    private void task(String at, String variable, Expression.Call call) {
        Map<String, Consumer<Expression>> keywords = new HashMap<>();
        keywords.put("name", value -> {
            gathering.text(value, at + "task_key").ifPresent(key -> {
                keys.put(variable, key);
                gathering.put(at + "task_key", key, value);
            });
        });
        for (String plain : new String[] {"description", "expected_output"}) {
            keywords.put(plain, value -> gathering.literal(at + plain, value));
        }
        KeywordParameter.TASK.forEach(pair ->
                keywords.put(pair.keyword(), value -> gathering.literal(at + pair.parameter(), value)));
        keywords.put("agent", value -> agent(at + "assigned_agent_id", value));
        keywords.put("context", value -> tasks(at + "context_task_ids", value));
        keywords.put("tools", value -> tools.read(at + "tools", value, scope, gathering));
        keywords.put("output_json", value -> schema(at + "output_json_schema", value));
        keywords.put("output_pydantic", value -> schema(at + "output_pydantic_schema", value));
        keywords.put("guardrail", value -> guardrail(at + "guardrail_function", value));
        keywords.put("callback", value -> new Webhooks(scope, gathering).read(at + "callback_url", WEBHOOK, value));
        gathering.keywords(call, "Task", keywords);
    }

    private void agent(String pointer, Expression value) {
        AgentReference.key(value)
                .ifPresentOrElse(
                        key -> gathering.put(pointer, key, value),
                        () -> gathering.unread(value, "%s: it is no agent of the crew".formatted(pointer)));
    }

    private void order(Expression list) {
        tasks("/crew/task_ids", list);
    }

    private void tasks(String pointer, Expression list) {
        int index = 0;
        for (Expression element : gathering.elements(list, pointer)) {
            String key = element instanceof Expression.Name name ? keys.get(name.id()) : null;
            if (key == null) {
                gathering.unread(element, "%s: it is no task that was made before".formatted(pointer));
            } else {
                gathering.put(pointer + "/" + index++, key, element);
            }
        }
    }

    private void schema(String pointer, Expression value) {
        if (scope.isCall(value, MODEL_OF)
                && value instanceof Expression.Call call
                && call.arguments().size() == 2
                && call.keywords().isEmpty()) {
            gathering.literal(pointer, call.arguments().get(1));
        } else {
            gathering.unread(value, "%s: only model_of(name, schema) can be configured".formatted(pointer));
        }
    }

    private void guardrail(String pointer, Expression value) {
        String function = scope.fullName(value);
        if (value instanceof Expression.Constant(var at, PythonValue.Str sentence)) {
            gathering.put(pointer, sentence.value(), value);
        } else if (function.startsWith(GUARDRAILS)) {
            gathering.put(pointer, function.substring(GUARDRAILS.length()), value);
        } else {
            gathering.unread(value, "%s: it is neither a text nor a guardrail of crewsmith_runtime".formatted(pointer));
        }
    }
}
