package io.crewsmith.python;

import io.crewsmith.python.tree.PythonModule;
import java.util.List;

/** The answer to every source: a tree, or at least one reason against it. Never an exception. */
public sealed interface ParseResult {

    /** The source is what CPython 3.11 would read, and within every limit. */
    record Parsed(PythonModule tree) implements ParseResult {}

    /** The source must not be used; the refusals are in the order of the source. */
    record Refused(List<Refusal> refusals) implements ParseResult {
        public Refused {
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("a refused source needs a reason");
            }
            refusals = List.copyOf(refusals);
        }
    }
}
