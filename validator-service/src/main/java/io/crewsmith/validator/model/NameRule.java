package io.crewsmith.validator.model;

import io.crewsmith.python.Node;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names that run text, open files or reach the interpreter are not used at all: not called, not passed on, not bound. */
final class NameRule implements Rule {

    private static final Set<String> BUILTINS = Set.of(
            "eval",
            "exec",
            "compile",
            "open",
            "input",
            "globals",
            "locals",
            "vars",
            "breakpoint",
            "getattr",
            "setattr",
            "delattr",
            "memoryview",
            "help",
            "license",
            "credits",
            "copyright",
            "exit",
            "quit",
            "dir");

    private static final Set<String> DUNDERS = Set.of(
            "__all__",
            "__author__",
            "__name__",
            "__version__",
            "__slots__",
            "__init__",
            "__post_init__",
            "__repr__",
            "__str__",
            "__eq__",
            "__ne__",
            "__lt__",
            "__le__",
            "__gt__",
            "__ge__",
            "__hash__",
            "__bool__",
            "__len__",
            "__iter__",
            "__next__",
            "__contains__",
            "__call__",
            "__enter__",
            "__exit__",
            "__aenter__",
            "__aexit__",
            "__future__");

    @Override
    public Stream<Finding> judge(Program program) {
        return program.nodes().flatMap(node -> names(node).flatMap(name -> judge(node, name)));
    }

    private static Stream<Finding> judge(Node node, String name) {
        if (BUILTINS.contains(name)) {
            return Stream.of(finding(
                    node,
                    "dangerous-builtin",
                    "'%s' runs text, opens files or reaches into objects; remove it, under whatever name it goes on"
                            .formatted(name)));
        }
        return isDunder(name) && !DUNDERS.contains(name)
                ? Stream.of(
                        finding(node, "dunder-name", "'%s' reaches into the interpreter; remove it".formatted(name)))
                : Stream.empty();
    }

    static boolean isDunder(String name) {
        return name.startsWith("__");
    }

    private static Stream<String> names(Node node) {
        return switch (node) {
            case Node.Name name -> Stream.of(name.id());
            case Node.FunctionDef def -> Stream.of(def.name());
            case Node.ClassDef def -> Stream.of(def.name());
            case Node.Parameter parameter -> Stream.of(parameter.name());
            case Node.Keyword keyword -> dunder(keyword.name());
            case Node.Alias alias ->
                Stream.of(alias.name(), alias.asName() == null ? alias.name() : alias.asName())
                        .distinct();
            case Node.Other other -> other.names().stream();
            default -> Stream.empty();
        };
    }

    private static Stream<String> dunder(@Nullable String name) {
        return name != null && isDunder(name) ? Stream.of(name) : Stream.empty();
    }

    private static Finding finding(Node at, String rule, String message) {
        return Finding.at(at, rule, Severity.CRITICAL, Layer.ALLOW_LIST, message);
    }
}
