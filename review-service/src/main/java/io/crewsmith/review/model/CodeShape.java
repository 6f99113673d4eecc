package io.crewsmith.review.model;

import java.util.Set;

/**
 * What code can do, apart from the values in it.
 *
 * @param imports dotted names
 * @param calls what is called, as it is written
 */
public record CodeShape(Set<String> imports, Set<String> calls) {

    public CodeShape {
        imports = Set.copyOf(imports);
        calls = Set.copyOf(calls);
    }
}
