package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Access;
import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Part;
import io.crewsmith.python.tree.Statement;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;

/** CWE-913: {@code type} with three arguments builds classes; only {@code type(x)} and annotations are allowed. */
@SuppressWarnings("ReferenceEquality") // Nodes are compared by their identity: equal code may stand in two places.
final class TypeAsFactory implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "type-as-factory",
            Layer.ALLOW_LIST,
            Severity.ERROR,
            Confidence.HIGH,
            "CWE-913",
            "A class built at run time",
            """
                    type with three arguments builds a class of any name, with any bases and any methods, out of \
                    values: none of them are seen as a definition by the other rules.""",
            """
                    Write a class statement. type(x), with one value, is accepted, and type[...] in annotations.""");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.all(Expression.Name.class)
                .filter(name -> name.access() == Access.LOAD && module.isBuiltin(name, "type"))
                .filter(name -> !isHarmless(module, name))
                .forEach(name ->
                        report.add(name.at(), "type can build classes: only type(x) with one value is allowed"));
    }

    private static boolean isHarmless(ModuleFacts module, Expression.Name name) {
        return switch (module.parent(name)) {
            case Expression.Call call ->
                call.function() == name
                        && call.arguments().size() == 1
                        && call.keywords().isEmpty()
                        && !(call.arguments().getFirst() instanceof Expression.Starred);
            case Expression.Subscript subscript -> subscript.object() == name;
            case Part.Parameter parameter -> parameter.annotation() == name;
            case Statement.AnnotatedAssign assign -> assign.annotation() == name;
            case Statement.FunctionDef function -> function.returns() == name;
            case null, default -> false;
        };
    }
}
