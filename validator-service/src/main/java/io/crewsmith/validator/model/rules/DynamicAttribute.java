package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Access;
import io.crewsmith.python.tree.Expression;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.Set;

/** CWE-470: getattr, setattr and delattr hide which attribute they use, so only a harmless literal name is allowed. */
@SuppressWarnings("ReferenceEquality") // Nodes are compared by their identity: equal code may stand in two places.
final class DynamicAttribute implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "dynamic-attribute",
            Layer.ALLOW_LIST,
            Severity.ERROR,
            Confidence.HIGH,
            "CWE-470",
            "An attribute whose name is computed or hidden",
            """
                    getattr, setattr, delattr and hasattr take the attribute's name as a text. If that text is \
                    computed, joined or formatted, nobody who reads the code sees which attribute is used: \
                    getattr(x, '__cl' + 'ass__') is the classic way around a scanner.""",
            """
                    Write object.name. A literal, ordinary name is accepted, so that an optional attribute can be \
                    read with a default.""");

    private static final Set<String> FUNCTIONS = Set.of("getattr", "setattr", "delattr", "hasattr");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
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
