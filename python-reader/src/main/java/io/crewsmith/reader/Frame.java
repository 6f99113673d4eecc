package io.crewsmith.reader;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.PythonModule;
import io.crewsmith.python.tree.PythonValue;
import io.crewsmith.python.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a module is built of around its configuration: imports, constants, docstrings, one class with its functions. Code
 * besides is listed, since a configuration cannot say it.
 */
final class Frame {

    private static final Set<String> FUNCTIONS =
            Set.of("__init__", "_create_agent", "_create_crew", "_create_tasks", "create_crew", "execute");

    private final Gathering gathering;
    private final Map<String, String> attributes;
    private final List<Expression.Call> calls = new ArrayList<>();

    /** A frame whose class may have these attributes; each says the parameter at its pointer. */
    Frame(Gathering gathering, Map<String, String> attributes) {
        this.gathering = gathering;
        this.attributes = attributes;
    }

    /** Every call in the module, those outside before those inside. */
    List<Expression.Call> calls(PythonModule module) {
        module.body().forEach(this::statement);
        module.walk(node -> {
            if (node instanceof Expression.Call call) {
                calls.add(call);
            }
        });
        return calls;
    }

    private void statement(Statement statement) {
        switch (statement) {
            case Statement.ClassDef type -> type.body().forEach(this::member);
            case Statement.Import _, Statement.ImportFrom _, Statement.Assign _, Statement.AnnotatedAssign _ -> {
                // What they name is looked at where it is used.
            }
            case Statement.ExpressionStatement text when isText(text.value()) -> {
                // A docstring.
            }
            case Statement.FunctionDef function -> function(function);
            default -> other(statement);
        }
    }

    private void member(Statement member) {
        switch (member) {
            case Statement.Assign(var at, var targets, var value)
            when targets.size() == 1
                    && targets.getFirst() instanceof Expression.Name name
                    && attributes.containsKey(name.id()) ->
                gathering.literal(attributes.getOrDefault(name.id(), ""), value);
            case Statement.ExpressionStatement text when isText(text.value()) -> {
                // A docstring.
            }
            case Statement.FunctionDef function -> function(function);
            default -> other(member);
        }
    }

    private void function(Statement.FunctionDef function) {
        Consumer<Expression> decorated = decorator -> gathering.unread(decorator, "no parameter says a decorator");
        function.decorators().forEach(decorated);
        if (!FUNCTIONS.contains(function.name())) {
            gathering.unread(function, "no parameter says the function %s".formatted(function.name()));
        }
    }

    private void other(Statement statement) {
        gathering.unread(
                statement,
                "no parameter says this statement (%s)"
                        .formatted(statement.getClass().getSimpleName()));
    }

    private static boolean isText(Expression expression) {
        return expression instanceof Expression.Constant(var at, PythonValue.Str text);
    }
}
