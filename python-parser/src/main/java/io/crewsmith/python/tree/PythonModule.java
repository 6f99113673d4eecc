package io.crewsmith.python.tree;

import java.util.List;

/** One file. */
public record PythonModule(Position at, List<Statement> body) implements Node {

    public PythonModule {
        body = List.copyOf(body);
    }
}
