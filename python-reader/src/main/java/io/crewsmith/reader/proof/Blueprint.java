package io.crewsmith.reader.proof;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Node;
import io.crewsmith.python.tree.Part.Keyword;
import io.crewsmith.python.tree.PythonModule;
import io.crewsmith.python.tree.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tree that a file must have, and which parameter each part of it says. */
final class Blueprint {

    private final Map<Node, String> pointers = new IdentityHashMap<>();
    private final List<Statement> body = new ArrayList<>();

    void add(Statement statement) {
        body.add(statement);
    }

    void addAll(List<Statement> statements) {
        body.addAll(statements);
    }

    PythonModule module() {
        return new PythonModule(Syntax.NOWHERE, body);
    }

    /** The same node, as what the parameter at the pointer says. */
    <N extends Node> N saying(String pointer, N node) {
        pointers.put(node, pointer);
        return node;
    }

    /** The literal of an expected value. */
    Expression literal(String pointer, @Nullable Object value) {
        return saying(pointer, Syntax.literal(value));
    }

    /** A keyword with the literal of an expected value. */
    Keyword keyword(String name, String pointer, @Nullable Object value) {
        return saying(pointer, Syntax.keyword(name, literal(pointer, value)));
    }

    /** Which parameter a node says; null where it says none, or part of one. */
    @Nullable
    String pointer(Object node) {
        return pointers.get(node);
    }
}
