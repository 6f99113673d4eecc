package io.crewsmith.python;

import com.oracle.graal.python.pegparser.sst.ArgTy;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import io.crewsmith.python.tree.Position;
import org.jspecify.annotations.Nullable;

/** Syntax that the oldest Python that CrewAI runs on, 3.10, does not know. */
final class NewerSyntax {

    private NewerSyntax() {}

    static RefusedSource refusal(String what, String version, Position at) {
        return new RefusedSource(
                Reason.NEEDS_NEWER_PYTHON, at, "%s only supported in Python %s and greater".formatted(what, version));
    }

    /** {@code a[*b]}: a tuple without parentheses of its own, which begins where its first element does. */
    static void refuseStar(ExprTy.Subscript node, Position at) {
        if (node.slice instanceof ExprTy.Tuple tuple && tuple.elements != null && tuple.elements.length > 0) {
            boolean bare = Places.of(tuple).equals(Places.of(tuple.elements[0]));
            for (ExprTy element : tuple.elements) {
                if (bare && element instanceof ExprTy.Starred) {
                    throw refusal("Stars in subscripts are", "3.11", at);
                }
            }
        }
    }

    /** {@code *args: *types}. */
    static void refuseStar(@Nullable ArgTy argument) {
        if (argument != null && argument.annotation instanceof ExprTy.Starred) {
            throw refusal("Stars in annotations are", "3.11", Places.of(argument));
        }
    }
}
