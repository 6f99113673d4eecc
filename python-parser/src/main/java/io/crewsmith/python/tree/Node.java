package io.crewsmith.python.tree;

import java.util.List;
import java.util.function.Consumer;

/** Anything in the tree. A record is equal to another of the same shape at the same place. */
public sealed interface Node permits PythonModule, Statement, Expression, Pattern, Part {

    /** Where the node begins. */
    Position at();

    /** 1-based line of the node's first character. */
    default int line() {
        return at().line();
    }

    /** 1-based column of the node's first character. */
    default int column() {
        return at().column();
    }

    /** The direct children in the order of CPython's {@code ast.iter_child_nodes}. */
    default List<Node> children() {
        return Children.of(this);
    }

    /** Visits this node and then every node below it, parents before children. */
    default void walk(Consumer<Node> visitor) {
        visitor.accept(this);
        for (Node child : children()) {
            child.walk(visitor);
        }
    }
}
