package io.crewsmith.reader;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Part.Alias;
import io.crewsmith.python.tree.PythonModule;
import io.crewsmith.python.tree.Statement;
import java.util.HashMap;
import java.util.Map;

/** What the names of a module stand for: things that it imports, and constants of its own. */
final class Scope {

    private final Map<String, String> imports = new HashMap<>();
    private final Map<String, Expression> constants = new HashMap<>();

    Scope(PythonModule module) {
        for (Statement statement : module.body()) {
            switch (statement) {
                case Statement.ImportFrom from -> from.names().forEach(name -> imported(from, name));
                case Statement.Import plain -> plain.names().forEach(this::imported);
                case Statement.Assign assign
                when assign.targets().size() == 1 -> constant(assign.targets().getFirst(), assign.value());
                case Statement.AnnotatedAssign assign
                when assign.value() != null -> constant(assign.target(), assign.value());
                default -> {
                    // Says nothing of names.
                }
            }
        }
    }

    private void imported(Statement.ImportFrom from, Alias name) {
        String module = ".".repeat(from.level()) + (from.module() == null ? "" : from.module());
        imports.put(name.alias() == null ? name.name() : name.alias(), module + "." + name.name());
    }

    private void imported(Alias name) {
        if (name.alias() != null) {
            imports.put(name.alias(), name.name());
        }
    }

    private void constant(Expression target, Expression value) {
        if (target instanceof Expression.Name name) {
            constants.put(name.id(), value);
        }
    }

    /** The full name of a name or an attribute of one, {@code crewai.Agent} say; empty for anything else. */
    String fullName(Expression expression) {
        return switch (expression) {
            case Expression.Name name -> imports.getOrDefault(name.id(), name.id());
            case Expression.Attribute attribute -> {
                String object = fullName(attribute.object());
                yield object.isEmpty() ? "" : object + "." + attribute.name();
            }
            default -> "";
        };
    }

    /** The value of a constant of the module, or the expression itself. */
    Expression resolve(Expression expression) {
        return expression instanceof Expression.Name name ? constants.getOrDefault(name.id(), expression) : expression;
    }

    /** Whether the expression is a call of this. */
    boolean isCall(Expression expression, String fullName) {
        return expression instanceof Expression.Call call
                && fullName(call.function()).equals(fullName);
    }
}
