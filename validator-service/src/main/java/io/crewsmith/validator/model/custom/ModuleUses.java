package io.crewsmith.validator.model.custom;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Expression.Call;
import io.crewsmith.python.tree.PythonModule;
import io.crewsmith.python.tree.PythonValue;
import io.crewsmith.python.tree.Statement;
import io.crewsmith.validator.model.rules.ModuleFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a module imports, calls, reads and writes down, worked out once for all rules; each in the order of the source. */
record ModuleUses(List<Use> imports, List<Use> calls, List<Use> reads, List<Use> literals) {

    ModuleUses {
        imports = List.copyOf(imports);
        calls = List.copyOf(calls);
        reads = List.copyOf(reads);
        literals = List.copyOf(literals);
    }

    static ModuleUses of(PythonModule tree) {
        var facts = new ModuleFacts(tree);
        return new ModuleUses(
                Stream.concat(imports(facts), dynamicImports(facts)).toList(),
                Stream.concat(
                                facts.all(Call.class).map(Call::function),
                                decorators(facts).filter(decorator -> !(decorator instanceof Call)))
                        .flatMap(called -> uses(facts, called))
                        .toList(),
                Stream.concat(facts.all(Expression.class).flatMap(read -> uses(facts, read)), constantReads(facts))
                        .toList(),
                facts.all(Expression.Constant.class)
                        .flatMap(ModuleUses::literal)
                        .toList());
    }

    private static Stream<Use> imports(ModuleFacts facts) {
        return Stream.concat(
                facts.all(Statement.Import.class)
                        .flatMap(statement -> statement.names().stream())
                        .map(alias -> new Use(alias.at(), alias.name())),
                facts.all(Statement.ImportFrom.class).flatMap(statement -> {
                    String module = ".".repeat(statement.level())
                            + (statement.module() == null ? "" : statement.module() + ".");
                    return statement.names().stream().map(alias -> new Use(alias.at(), module + alias.name()));
                }));
    }

    /** Imports by a call, where the name is written out. */
    private static Stream<Use> dynamicImports(ModuleFacts facts) {
        return facts.all(Call.class)
                .filter(call -> facts.isBuiltin(call.function(), "__import__")
                        || facts.paths(call.function()).contains("importlib.import_module"))
                .flatMap(call -> argument(call, 0).map(name -> new Use(call.at(), name)).stream());
    }

    private static Stream<Expression> decorators(ModuleFacts facts) {
        return Stream.concat(
                facts.all(Statement.FunctionDef.class).flatMap(function -> function.decorators().stream()),
                facts.all(Statement.ClassDef.class).flatMap(type -> type.decorators().stream()));
    }

    /** Attributes by {@code getattr}, where the name is written out. */
    private static Stream<Use> constantReads(ModuleFacts facts) {
        return facts.all(Call.class)
                .filter(call -> facts.isBuiltin(call.function(), "getattr"))
                .flatMap(call -> argument(call, 1).stream()
                        .flatMap(name -> Stream.concat(
                                        Stream.of("*." + name),
                                        facts.paths(call.arguments().getFirst()).stream()
                                                .map(path -> path + "." + name))
                                .map(path -> new Use(call.at(), path))));
    }

    private static Stream<Use> uses(ModuleFacts facts, Expression expression) {
        return names(facts, expression).stream().map(name -> new Use(expression.at(), name));
    }

    private static Set<String> names(ModuleFacts facts, Expression expression) {
        var names = new TreeSet<>(facts.paths(expression));
        switch (expression) {
            case Expression.Attribute attribute -> names.add("*." + attribute.name());
            case Expression.Name name when names.isEmpty() && facts.isBuiltin(name, name.id()) -> names.add(name.id());
            default -> {
                // Has no name of its own.
            }
        }
        return names;
    }

    private static Optional<String> argument(Call call, int index) {
        return call.arguments().size() > index
                        && call.arguments().get(index) instanceof Expression.Constant constant
                        && constant.value() instanceof PythonValue.Str text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    private static Stream<Use> literal(Expression.Constant constant) {
        return switch (constant.value()) {
            case PythonValue.Str text -> Stream.of(new Use(constant.at(), text.value()));
            case PythonValue.Bytes bytes -> Stream.of(new Use(constant.at(), bytes.latin1()));
            default -> Stream.empty();
        };
    }
}
