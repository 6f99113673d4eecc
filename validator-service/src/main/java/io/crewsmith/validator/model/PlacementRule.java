package io.crewsmith.validator.model;

import io.crewsmith.python.Node;
import io.crewsmith.python.Node.Call;
import io.crewsmith.python.Node.ClassDef;
import io.crewsmith.python.Node.FunctionDef;
import io.crewsmith.python.Node.Other;
import io.crewsmith.python.Node.Parameters;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What CPython only refuses when it compiles: statements in the wrong place, and names given twice. */
final class PlacementRule implements Rule {

    private static final Set<String> IN_FUNCTIONS = Set.of("Return", "Yield", "YieldFrom", "Await");

    @Override
    public Stream<Finding> judge(Program program) {
        return Stream.of(
                        misplaced(program.module(), false),
                        program.all(Parameters.class)
                                .filter(all -> hasDuplicates(all.all().stream().map(Node.Parameter::name)))
                                .map(all -> finding(all, "A parameter is named twice; rename one")),
                        program.all(Call.class)
                                .filter(call -> hasDuplicates(call.keywords().stream()
                                        .map(Node.Keyword::name)
                                        .filter(Objects::nonNull)))
                                .map(call -> finding(call, "A keyword argument is given twice; remove one")))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> misplaced(Node node, boolean inFunction) {
        return switch (node) {
            case FunctionDef def -> below(def.children(), true);
            case ClassDef def -> below(def.children(), false);
            case Other other when other.kind().equals("Lambda") -> below(other.children(), true);
            case Other other
            when IN_FUNCTIONS.contains(other.kind()) && !inFunction ->
                Stream.of(finding(other, "'%s' outside of a function; move it into one".formatted(other.kind())));
            default -> below(node.children(), inFunction);
        };
    }

    private static Stream<Finding> below(List<Node> nodes, boolean inFunction) {
        return nodes.stream().flatMap(node -> misplaced(node, inFunction));
    }

    private static boolean hasDuplicates(Stream<String> names) {
        Set<String> seen = new HashSet<>();
        return !names.allMatch(seen::add);
    }

    private static Finding finding(Node at, String message) {
        return Finding.at(at, "not-compilable", Severity.ERROR, Layer.SHAPE, message);
    }
}
