package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Access;
import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Node;
import io.crewsmith.python.tree.Part;
import io.crewsmith.python.tree.Pattern;
import io.crewsmith.python.tree.PythonModule;
import io.crewsmith.python.tree.Statement;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the scope of every node, and what each scope binds; see "Naming and binding" in the language reference. */
final class Scopes {

    private final Map<Node, Scope> scopes = new IdentityHashMap<>();

    Scopes(PythonModule module) {
        visit(module, new Scope(Scope.Kind.MODULE, null));
    }

    Scope of(Node node) {
        var scope = scopes.get(node);
        if (scope == null) {
            throw new IllegalArgumentException("not a node of this module: " + node);
        }
        return scope;
    }

    private void visitAll(List<? extends Node> nodes, Scope scope) {
        nodes.forEach(node -> visit(node, scope));
    }

    private void maybe(@Nullable Node node, Scope scope) {
        if (node != null) {
            visit(node, scope);
        }
    }

    private void visit(Node node, Scope scope) {
        scopes.put(node, scope);
        bind(node, scope);
        switch (node) {
            case Statement.FunctionDef n -> {
                visitAll(n.decorators(), scope);
                maybe(n.returns(), scope);
                var inner = new Scope(Scope.Kind.FUNCTION, scope);
                parameters(n.parameters(), scope, inner);
                visitAll(n.body(), inner);
            }
            case Expression.Lambda n -> {
                var inner = new Scope(Scope.Kind.FUNCTION, scope);
                parameters(n.parameters(), scope, inner);
                visit(n.body(), inner);
            }
            case Statement.ClassDef n -> {
                visitAll(n.decorators(), scope);
                visitAll(n.bases(), scope);
                visitAll(n.keywords(), scope);
                visitAll(n.body(), new Scope(Scope.Kind.CLASS, scope));
            }
            case Expression.NamedValue n -> {
                visit(n.target(), holder(scope));
                visit(n.value(), scope);
            }
            case Expression.Comprehended n -> visit(n.element(), loops(n.loops(), scope));
            case Expression.DictComprehended n -> visitAll(List.of(n.key(), n.value()), loops(n.loops(), scope));
            default -> visitAll(node.children(), scope);
        }
    }

    private void parameters(Part.Parameters parameters, Scope outer, Scope inner) {
        scopes.put(parameters, outer);
        for (var parameter : parameters.all()) {
            scopes.put(parameter, outer);
            inner.bind(parameter.name());
            maybe(parameter.annotation(), outer);
            maybe(parameter.defaultValue(), outer);
        }
    }

    /** The first iterable belongs to the scope around a comprehension, everything else to its own. */
    private Scope loops(List<Part.Comprehension> loops, Scope outer) {
        var inner = new Scope(Scope.Kind.COMPREHENSION, outer);
        for (int i = 0; i < loops.size(); i++) {
            var loop = loops.get(i);
            scopes.put(loop, inner);
            visit(loop.iterable(), i == 0 ? outer : inner);
            visit(loop.target(), inner);
            visitAll(loop.conditions(), inner);
        }
        return inner;
    }

    private static void bind(Node node, Scope scope) {
        switch (node) {
            case Expression.Name n when n.access() != Access.LOAD -> scope.bind(n.id());
            case Statement.FunctionDef n -> scope.bind(n.name());
            case Statement.ClassDef n -> scope.bind(n.name());
            case Part.Handler n when n.name() != null -> scope.bind(n.name());
            case Pattern.MatchAs n when n.name() != null -> scope.bind(n.name());
            case Pattern.MatchStar n when n.name() != null -> scope.bind(n.name());
            case Pattern.MatchMapping n when n.rest() != null -> scope.bind(n.rest());
            case Statement.Global n -> {
                scope.globals.addAll(n.names());
                scope.module().bound.addAll(n.names());
            }
            case Statement.Nonlocal n -> scope.nonlocals.addAll(n.names());
            case Statement.Import n -> n.names().forEach(alias -> bindModule(alias, scope));
            case Statement.ImportFrom n -> n.names().forEach(alias -> bindName(n, alias, scope));
            default -> {
                // Binds nothing.
            }
        }
    }

    /** A walrus binds in the scope around all comprehensions. */
    private static Scope holder(Scope scope) {
        var holder = scope;
        while (holder.kind == Scope.Kind.COMPREHENSION && holder.parent != null) {
            holder = holder.parent;
        }
        return holder;
    }

    private static void bindModule(Part.Alias alias, Scope scope) {
        var first = alias.name().split("\\.", 2)[0];
        scope.bindImport(alias.alias() == null ? first : alias.alias(), alias.alias() == null ? first : alias.name());
    }

    private static void bindName(Statement.ImportFrom statement, Part.Alias alias, Scope scope) {
        var path = ".".repeat(statement.level()) + (statement.module() == null ? "" : statement.module() + ".");
        scope.bindImport(alias.alias() == null ? alias.name() : alias.alias(), path + alias.name());
    }
}
