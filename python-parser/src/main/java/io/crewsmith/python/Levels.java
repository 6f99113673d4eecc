package io.crewsmith.python;

import io.crewsmith.python.tree.Position;
import java.util.function.Supplier;

/** Counts how deep the tree has become, so that nobody who walks it needs a deep stack. */
final class Levels {

    static final int MAX = 150;

    private int depth;

    <T> T below(Position at, Supplier<T> reading) {
        if (++depth > MAX) {
            throw new RefusedSource(
                    Reason.TREE_TOO_DEEP, at, "nested more than %d levels deep: split the expression".formatted(MAX));
        }
        T result = reading.get();
        depth--;
        return result;
    }
}
