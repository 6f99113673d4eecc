package io.crewsmith.validator.model;

import io.crewsmith.python.Node;
import io.crewsmith.python.Node.Constant;
import io.crewsmith.python.Node.Other;
import java.math.BigInteger;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** A loop whose condition is always true has a way out. */
final class EndlessLoopRule implements Rule {

    private static final Set<String> WAYS_OUT = Set.of("Break", "Return", "Raise", "Yield", "YieldFrom", "Await");

    @Override
    public Stream<Finding> judge(Program program) {
        return program.all(Other.class)
                .filter(node -> node.kind().equals("While"))
                .filter(loop -> isTrue(loop.children().getFirst()) && !hasWayOut(loop))
                .map(loop -> Finding.at(
                        loop,
                        "endless-loop",
                        Severity.ERROR,
                        Layer.SHAPE,
                        "This loop never ends; give it a condition or a way out"));
    }

    private static boolean isTrue(Node condition) {
        return condition instanceof Constant(Object value, var at)
                && !value.equals(false)
                && !value.equals(BigInteger.ZERO)
                && !value.equals("")
                && value != Constant.Kind.NONE;
    }

    private static boolean hasWayOut(Node loop) {
        AtomicBoolean found = new AtomicBoolean();
        loop.walk(node -> {
            if (node instanceof Other other && WAYS_OUT.contains(other.kind())) {
                found.set(true);
            }
        });
        return found.get();
    }
}
