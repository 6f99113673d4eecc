package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Access;
import io.crewsmith.python.tree.Expression;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.Severity;
import java.util.Set;

/** CWE-470: getattr, setattr and delattr hide which attribute they use, so only a harmless literal name is allowed. */
@SuppressWarnings("ReferenceEquality") // Nodes are compared by their identity: equal code may stand in two places.
final class DynamicAttribute implements Rule {

    private static final Set<String> FUNCTIONS = Set.of("getattr", "setattr", "delattr", "hasattr");

    @Override
    public String id() {
        return "dynamic-attribute";
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
        module.all(Expression.Name.class)
                .filter(name -> FUNCTIONS.contains(name.id()) && name.access() == Access.LOAD && !module.isLocal(name))
                .filter(name -> !isHarmless(module, name))
                .forEach(name -> report.add(
                        name.at(),
                        "%s needs the attribute's name as a literal, and an ordinary one: write object.name"
                                .formatted(name.id())));
    }

    private static boolean isHarmless(ModuleFacts module, Expression.Name function) {
        return module.parent(function) instanceof Expression.Call call
                && call.function() == function
                && call.arguments().size() >= 2
                && call.arguments().stream().noneMatch(Expression.Starred.class::isInstance)
                && ModuleFacts.text(call.arguments().get(1))
                        .filter(name -> !name.startsWith("_"))
                        .filter(name -> !InterpreterAttribute.NAMES.contains(name))
                        .filter(name -> !UnsafeExecution.NAMES.contains(name))
                        .isPresent();
    }
}
