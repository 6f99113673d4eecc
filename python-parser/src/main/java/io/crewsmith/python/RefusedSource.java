package io.crewsmith.python;

import io.crewsmith.python.tree.Position;
import java.util.List;

/** Leaves the depths of the parser with a refusal; never leaves this package. */
final class RefusedSource extends RuntimeException {

    private final transient List<Refusal> refusals;

    RefusedSource(List<Refusal> refusals) {
        super(refusals.getFirst().message(), null, false, false);
        this.refusals = refusals;
    }

    RefusedSource(Reason reason, Position at, String message) {
        this(List.of(new Refusal(reason, at, message)));
    }

    List<Refusal> refusals() {
        return refusals;
    }
}
