package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Part;
import io.crewsmith.python.tree.Statement;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.Severity;
import java.util.Set;

/** CWE-913: special methods that run without being called, metaclasses and class arguments. */
final class SpecialDefinition implements Rule {

    private static final Set<String> METHODS = Set.of(
            "__init__",
            "__post_init__",
            "__str__",
            "__repr__",
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
            "__getitem__",
            "__call__",
            "__enter__",
            "__exit__",
            "__aenter__",
            "__aexit__",
            "__aiter__",
            "__anext__",
            "__add__",
            "__sub__",
            "__mul__",
            "__or__",
            "__and__");
    private static final Set<String> KEYWORDS = Set.of("frozen", "extra", "total", "arbitrary_types_allowed");

    @Override
    public String id() {
        return "special-definition";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Layer layer() {
        return Layer.ALLOW_LIST;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.all(Statement.FunctionDef.class)
                .filter(function -> DunderAccess.isDunder(function.name()))
                .filter(function -> function.name().endsWith("__") && !isMethod(module, function))
                .forEach(function -> report.add(
                        function.at(),
                        "'%s' would run without being called: use an ordinary method".formatted(function.name())));
        module.all(Statement.ClassDef.class).forEach(type -> {
            type.keywords().stream()
                    .filter(keyword -> !KEYWORDS.contains(String.valueOf(keyword.name())))
                    .forEach(keyword -> report.add(keyword.at(), message(type, keyword)));
            type.bases().stream()
                    .filter(base -> module.isBuiltin(base, "type") || base instanceof Expression.Starred)
                    .forEach(base -> report.add(
                            base.at(),
                            "class '%s' would build classes: inherit from something else".formatted(type.name())));
        });
    }

    private static boolean isMethod(ModuleFacts module, Statement.FunctionDef function) {
        return METHODS.contains(function.name()) && module.parent(function) instanceof Statement.ClassDef;
    }

    private static String message(Statement.ClassDef type, Part.Keyword keyword) {
        return "class '%s' is given '%s': metaclasses and class arguments are not allowed"
                .formatted(type.name(), keyword.name() == null ? "**" : keyword.name());
    }
}
