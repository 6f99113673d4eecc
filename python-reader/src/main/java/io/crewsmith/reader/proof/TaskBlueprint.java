package io.crewsmith.reader.proof;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.python.tree.Access;
import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Part.Keyword;
import io.crewsmith.python.tree.Statement;
import io.crewsmith.reader.KeywordParameter;
import java.util.ArrayList;
import java.util.List;

/** The tasks of a crew, each a variable, in the function that makes them. */
final class TaskBlueprint {

    private static final String RUNTIME = "crewsmith_runtime.";

    private final Expected expected;
    private final Catalogue catalogue;
    private final Blueprint blueprint;
    private final ToolCalls tools;

    TaskBlueprint(Expected expected, Catalogue catalogue, Blueprint blueprint) {
        this.expected = expected;
        this.catalogue = catalogue;
        this.blueprint = blueprint;
        this.tools = new ToolCalls(catalogue, blueprint);
    }

    void addTo(Imports imports) {
        for (String at : tasks()) {
            tools.addTo(imports, expected.texts(at + "tools"));
            if (expected.has(at + "output_json_schema") || expected.has(at + "output_pydantic_schema")) {
                imports.add(RUNTIME + "schemas", "model_of");
            }
            if (catalogue.guardrails().contains(expected.text(at + "guardrail_function"))) {
                imports.add(RUNTIME + "guardrails", expected.text(at + "guardrail_function"));
            }
            if (expected.has(at + "callback_url")) {
                imports.add(RUNTIME + "crew_webhooks", "TaskWebhook");
            }
        }
    }

    Statement method() {
        List<Statement> body = new ArrayList<>();
        for (String at : tasks()) {
            String key = expected.text(at + "task_key");
            body.add(
                    blueprint.saying(at + "task_key", Syntax.assign(variable(key), Syntax.call("Task", keywords(at)))));
        }
        List<Expression> all = variables("/crew/task_ids", expected.texts("/crew/task_ids"));
        body.add(new Statement.Return(Syntax.NOWHERE, Syntax.list(all)));
        Expression result =
                new Expression.Subscript(Syntax.NOWHERE, Syntax.name("list"), Syntax.name("Task"), Access.LOAD);
        return Syntax.method("_create_tasks", result, body);
    }

    /** Pointers of the tasks, in order. */
    private List<String> tasks() {
        List<String> tasks = new ArrayList<>();
        while (expected.has("/tasks/%d/task/task_key".formatted(tasks.size()))) {
            tasks.add("/tasks/%d/task/".formatted(tasks.size()));
        }
        return tasks;
    }

    private List<Expression> variables(String pointer, List<String> keys) {
        List<Expression> variables = new ArrayList<>();
        keys.forEach(
                key -> variables.add(blueprint.saying(pointer + "/" + variables.size(), Syntax.name(variable(key)))));
        return variables;
    }

    private static String variable(String key) {
        return "task_" + Names.module(key);
    }

    private List<Keyword> keywords(String at) {
        List<Keyword> keywords = new ArrayList<>();
        plain("name", at + "task_key", keywords);
        plain("description", at + "description", keywords);
        plain("expected_output", at + "expected_output", keywords);
        String agent = at + "assigned_agent_id";
        if (expected.has(agent)) {
            keywords.add(blueprint.saying(
                    agent, Syntax.keyword("agent", Syntax.name("self.agents." + Names.module(expected.text(agent))))));
        }
        List<String> context = expected.texts(at + "context_task_ids");
        if (!context.isEmpty()) {
            keywords.add(blueprint.saying(
                    at + "context_task_ids",
                    Syntax.keyword("context", Syntax.list(variables(at + "context_task_ids", context)))));
        }
        keywords.addAll(tools.keyword(at + "tools", expected.texts(at + "tools")));
        KeywordParameter.TASK.forEach(pair -> plain(pair.keyword(), at + pair.parameter(), keywords));
        result("output_json", at, keywords);
        result("output_pydantic", at, keywords);
        guardrail(at, keywords);
        callback(at, keywords);
        return keywords;
    }

    private void plain(String keyword, String pointer, List<Keyword> keywords) {
        if (expected.has(pointer)) {
            keywords.add(blueprint.keyword(keyword, pointer, expected.get(pointer)));
        }
    }

    private void result(String keyword, String at, List<Keyword> keywords) {
        String pointer = at + keyword + "_schema";
        if (expected.has(pointer)) {
            Expression name = Syntax.literal(Names.type(expected.text(at + "task_key")));
            Expression model = Syntax.call("model_of", name, blueprint.literal(pointer, expected.get(pointer)));
            keywords.add(blueprint.saying(pointer, Syntax.keyword(keyword, model)));
        }
    }

    private void guardrail(String at, List<Keyword> keywords) {
        String pointer = at + "guardrail_function";
        if (expected.has(pointer)) {
            String guardrail = expected.text(pointer);
            boolean function = catalogue.guardrails().contains(guardrail);
            Expression value = function ? Syntax.name(guardrail) : blueprint.literal(pointer, guardrail);
            keywords.add(blueprint.saying(pointer, Syntax.keyword("guardrail", value)));
        }
    }

    private void callback(String at, List<Keyword> keywords) {
        String pointer = at + "callback_url";
        if (expected.has(pointer)) {
            Expression webhook = Syntax.call(
                    "TaskWebhook",
                    blueprint.literal(pointer, expected.get(pointer)),
                    blueprint.literal(at + "task_key", expected.get(at + "task_key")));
            keywords.add(blueprint.saying(pointer, Syntax.keyword("callback", webhook)));
        }
    }
}
