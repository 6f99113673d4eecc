package io.crewsmith.validator.model.custom;

import java.util.List;
import java.util.stream.Stream;

/** What a rule looks for, by where it looks. */
record Patterns(
        List<NamePattern> imports, List<NamePattern> calls, List<NamePattern> attributes, List<TextPattern> literals) {

    Patterns {
        imports = List.copyOf(imports);
        calls = List.copyOf(calls);
        attributes = List.copyOf(attributes);
        literals = List.copyOf(literals);
    }

    /** Each pattern as a question to a module. */
    Stream<Wanted> all() {
        return Stream.of(
                        imports.stream().map(Wanted.Import::new),
                        calls.stream().map(Wanted.Call::new),
                        attributes.stream().map(Wanted.Attribute::new),
                        literals.stream().map(Wanted.Literal::new))
                .flatMap(wanted -> wanted);
    }
}
