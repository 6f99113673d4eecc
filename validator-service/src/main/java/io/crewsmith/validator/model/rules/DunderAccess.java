package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Access;
import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Part;
import io.crewsmith.python.tree.Pattern;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.Set;

/** CWE-95: names with two underscores on both sides lead from any object to the whole interpreter. */
final class DunderAccess implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "dunder-access",
            Layer.ALLOW_LIST,
            Severity.CRITICAL,
            Confidence.HIGH,
            "CWE-95",
            "A name with two underscores",
            """
                    From any object, a chain such as __class__, __base__, __subclasses__ leads to every class that \
                    is loaded, and from there to files and processes; __globals__, __self__ and __builtins__ are \
                    shorter ways. Python also mangles names that begin with two underscores, so that what stands in \
                    the code is not what is used. Matching patterns and import aliases reach the same attributes \
                    without a dot.""",
            """
                    Use the public name: type(x) instead of x.__class__, str(x) instead of x.__str__(). __name__, \
                    __doc__ and __version__ may be read, and super().__init__ may be called.""");

    private static final Set<String> READABLE = Set.of("__name__", "__doc__", "__version__");
    private static final Set<String> BINDABLE = Set.of("__all__", "__version__", "__author__", "__doc__", "__slots__");
    private static final Set<String> OF_SUPER = Set.of(
            "__init__",
            "__post_init__",
            "__enter__",
            "__exit__",
            "__str__",
            "__repr__",
            "__eq__",
            "__hash__",
            "__aenter__",
            "__aexit__");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.all(Expression.Attribute.class)
                .filter(attribute -> isDunder(attribute.name()) && !isAllowed(module, attribute))
                .forEach(attribute -> report.add(attribute.at(), message("attribute", attribute.name())));
        module.all(Expression.Name.class)
                .filter(name -> isDunder(name.id()) && !DangerousBuiltin.NAMES.contains(name.id()))
                .filter(name -> !(name.access() == Access.LOAD ? Policy.isBuiltin(name.id()) : isBindable(name)))
                .forEach(name -> report.add(name.at(), message("name", name.id())));
        module.all(Expression.Name.class)
                .filter(name -> name.access() != Access.LOAD && DangerousBuiltin.NAMES.contains(name.id()))
                .filter(name -> isDunder(name.id()))
                .forEach(name -> report.add(name.at(), message("name", name.id())));
        module.all(Pattern.MatchClass.class)
                .flatMap(pattern -> pattern.attributes().stream()
                        .filter(DunderAccess::isDunder)
                        .map(name -> new Expression.Name(pattern.at(), name, Access.LOAD)))
                .forEach(name -> report.add(name.at(), message("attribute", name.id())));
        module.all(Part.Alias.class)
                .filter(alias -> alias.alias() != null && isDunder(alias.alias()))
                .forEach(alias -> report.add(alias.at(), message("name", String.valueOf(alias.alias()))));
    }

    /** Anything that begins like a dunder: Python mangles some of the others to a class's private names. */
    static boolean isDunder(String name) {
        return (name.startsWith("__") && name.length() > 2) || (name.contains("__") && name.startsWith("_"));
    }

    private static boolean isAllowed(ModuleFacts module, Expression.Attribute attribute) {
        if (!attribute.name().endsWith("__") && isSelf(module, attribute)) {
            return true;
        }
        boolean ofSuper =
                attribute.object() instanceof Expression.Call call && module.isBuiltin(call.function(), "super");
        return attribute.access() == Access.LOAD
                && (READABLE.contains(attribute.name()) || (ofSuper && OF_SUPER.contains(attribute.name())));
    }

    /** {@code self.__private} inside a class is mangled to a name that only this class uses. */
    private static boolean isSelf(ModuleFacts module, Expression.Attribute attribute) {
        return attribute.object() instanceof Expression.Name name
                && (name.id().equals("self") || name.id().equals("cls"))
                && module.isLocal(name);
    }

    private static boolean isBindable(Expression.Name name) {
        return BINDABLE.contains(name.id()) && name.access() == Access.STORE;
    }

    private static String message(String kind, String name) {
        return "special %s '%s': agent code must not reach into the interpreter".formatted(kind, name);
    }
}
