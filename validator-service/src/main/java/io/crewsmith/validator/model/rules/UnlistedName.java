package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Access;
import io.crewsmith.python.tree.Expression;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.Set;

/** CWE-183 turned round: builtins are allowed by name; every other name must be bound in the module. */
final class UnlistedName implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "unlisted-name",
            Layer.ALLOW_LIST,
            Severity.ERROR,
            Confidence.HIGH,
            "CWE-184",
            "A name that nothing in the module binds",
            """
                    A name that the module does not bind can only be a builtin, and builtins such as open, input and \
                    memoryview open files, wait for a person or touch raw memory. Only harmless builtins are allowed \
                    by name. A name that is bound nowhere would fail at run time in any case.""",
            """
                    Import or define the name, or remove it. Files are read and written by the agent's tools.""");

    private static final Set<String> REFUSED = Set.of(
            "open",
            "input",
            "memoryview",
            "exit",
            "quit",
            "help",
            "license",
            "copyright",
            "credits",
            "raw_input",
            "file");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.all(Expression.Name.class)
                .filter(name -> name.access() == Access.LOAD && !isAllowed(module, name))
                .forEach(name -> report.add(
                        name.at(),
                        "'%s' is neither bound in this module nor an allowed builtin: import, define or remove it"
                                .formatted(name.id())));
    }

    private static boolean isAllowed(ModuleFacts module, Expression.Name name) {
        if (DangerousBuiltin.NAMES.contains(name.id()) || Policy.isBuiltin(name.id()) || module.isLocal(name)) {
            return true;
        }
        return !REFUSED.contains(name.id()) && module.scope(name).binds(name.id());
    }
}
