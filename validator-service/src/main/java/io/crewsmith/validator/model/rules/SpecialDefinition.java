package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Part;
import io.crewsmith.python.tree.Statement;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.Set;

/** CWE-913: special methods that run without being called, metaclasses and class arguments. */
final class SpecialDefinition implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "special-definition",
            Layer.ALLOW_LIST,
            Severity.ERROR,
            Confidence.HIGH,
            "CWE-913",
            "A special method or class argument that runs by itself",
            """
                    Methods such as __getattr__, __init_subclass__, __del__ and __reduce__ run without being called, \
                    often when the module is imported or when an object disappears. Metaclasses and class arguments \
                    run code while a class is built. Both hide behind code that looks like a definition.""",
            """
                    Use an ordinary method and call it. The usual special methods of values and containers, from \
                    __init__ to __len__, are accepted inside a class.""");

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
    public RuleDescription description() {
        return DESCRIPTION;
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
