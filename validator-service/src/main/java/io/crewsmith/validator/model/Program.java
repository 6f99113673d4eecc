package io.crewsmith.validator.model;

import io.crewsmith.python.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A file that was read: its nodes, parents first, and the modules that its names stand for. */
public final class Program {

    private final Node.Module module;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, String> modules = new HashMap<>();

    public Program(Node.Module module) {
        this.module = module;
        module.walk(nodes::add);
        all(Node.Import.class).flatMap(one -> one.names().stream()).forEach(this::remember);
        all(Node.ImportFrom.class).forEach(from -> from.names().forEach(alias -> remember(from, alias)));
    }

    Node.Module module() {
        return module;
    }

    <N extends Node> Stream<N> all(Class<N> type) {
        return nodes.stream().filter(type::isInstance).map(type::cast);
    }

    Stream<Node> nodes() {
        return nodes.stream();
    }

    /** The dotted path, from its module on, of an expression that begins at an imported module. */
    Optional<String> path(Node node) {
        return switch (node) {
            case Node.Name(String id, var at) -> Optional.ofNullable(modules.get(id));
            case Node.Attribute(Node value, String name, var at) -> path(value).map(path -> path + "." + name);
            default -> Optional.empty();
        };
    }

    private void remember(Node.Alias alias) {
        if (alias.asName() != null) {
            modules.put(alias.asName(), alias.name());
        } else {
            String root = Modules.root(alias.name());
            modules.put(root, root);
        }
    }

    private void remember(Node.ImportFrom from, Node.Alias alias) {
        String path = from.module() + "." + alias.name();
        if (Modules.isAllowed(path)) {
            modules.put(alias.asName() == null ? alias.name() : alias.asName(), path);
        }
    }
}
