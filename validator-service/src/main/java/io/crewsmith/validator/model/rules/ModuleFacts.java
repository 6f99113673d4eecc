package io.crewsmith.validator.model.rules;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Node;
import io.crewsmith.python.tree.PythonModule;
import io.crewsmith.python.tree.PythonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rules want to know about a module, worked out once. */
public final class ModuleFacts {

    private final List<Node> nodes = new ArrayList<>();
    private final Map<Class<?>, List<Node>> kinds = new HashMap<>();
    private final Map<Node, Node> parents = new IdentityHashMap<>();
    private final Scopes scopes;
    private final List<Setting> settings;

    /** Reads the tree once; it must come from the parser, which limits its depth. */
    public ModuleFacts(PythonModule tree) {
        collect(tree);
        this.scopes = new Scopes(tree);
        this.settings = Setting.in(this);
    }

    private void collect(Node node) {
        nodes.add(node);
        kinds.computeIfAbsent(node.getClass(), _ -> new ArrayList<>()).add(node);
        for (var child : node.children()) {
            parents.put(child, node);
            collect(child);
        }
    }

    /** Every node of a kind, in the order of the source. */
    public <T extends Node> Stream<T> all(Class<T> kind) {
        return kind.isRecord()
                ? kinds.getOrDefault(kind, List.of()).stream().map(kind::cast)
                : nodes.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Every value that is given a name. */
    Stream<Setting> settings() {
        return settings.stream();
    }

    @Nullable
    Node parent(Node node) {
        return parents.get(node);
    }

    Scope scope(Node node) {
        return scopes.of(node);
    }

    /** Whether a function, lambda or comprehension holds the name, so that it cannot mean a builtin or a global. */
    boolean isLocal(Expression.Name name) {
        return scope(name).resolve(name.id()).parent != null;
    }

    /** The dotted paths that the expression may stand for by way of imports; empty for anything else. */
    public Set<String> paths(Expression expression) {
        return switch (expression) {
            case Expression.Name name -> scope(name).imported(name.id());
            case Expression.Attribute attribute ->
                paths(attribute.object()).stream()
                        .map(path -> path + "." + attribute.name())
                        .collect(toUnmodifiableSet());
            default -> Set.of();
        };
    }

    /** Whether the expression is the named builtin, called by its own name and not shadowed. */
    public boolean isBuiltin(Expression expression, String builtin) {
        return expression instanceof Expression.Name name && name.id().equals(builtin) && !isLocal(name);
    }

    /** Every text of at least so many characters that the module holds, wherever it stands. */
    Stream<Expression.Constant> texts(int shortest) {
        return all(Expression.Constant.class)
                .filter(constant -> text(constant).orElse("").length() >= shortest);
    }

    /** All string literals at or below a node. */
    static Stream<Expression.Constant> texts(Node node) {
        if (node instanceof Expression.Constant constant) {
            return constant.value() instanceof PythonValue.Str ? Stream.of(constant) : Stream.empty();
        }
        return node.children().stream().flatMap(ModuleFacts::texts);
    }

    /** The text of a string literal. */
    static Optional<String> text(@Nullable Expression expression) {
        return expression instanceof Expression.Constant constant && constant.value() instanceof PythonValue.Str text
                ? Optional.of(text.value())
                : Optional.empty();
    }
}
