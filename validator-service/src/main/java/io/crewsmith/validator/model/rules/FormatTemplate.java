package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Access;
import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Statement;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** CWE-134: format templates can walk through attributes and items; only known templates of plain fields are allowed. */
@SuppressWarnings("ReferenceEquality") // Nodes are compared by their identity: equal code may stand in two places.
final class FormatTemplate implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "format-template",
            Layer.ALLOW_LIST,
            Severity.ERROR,
            Confidence.HIGH,
            "CWE-134",
            "A format template that can walk through objects",
            """
                    str.format does more than fill in values: '{0.__class__.__init__.__globals__}' reads attributes \
                    and items of whatever it is given. A template that is computed or comes from outside is \
                    therefore code, and a bound format method that is passed on can be given any.""",
            """
                    Use an f-string, or call format on a literal with plain fields such as '{}' and '{name}'.""");

    private static final Set<String> METHODS = Set.of("format", "format_map", "vformat", "format_field", "get_field");
    private static final Pattern WALKING_FIELD = Pattern.compile("\\{[^{}:!]*[.\\[]");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.all(Expression.Attribute.class)
                .filter(attribute -> METHODS.contains(attribute.name()) && !isPlain(module, attribute))
                .forEach(attribute -> report.add(
                        attribute.at(),
                        "'.%s' needs a literal template with plain fields, no {a.b} or {a[b]}: use an f-string"
                                .formatted(attribute.name())));
    }

    private static boolean isPlain(ModuleFacts module, Expression.Attribute attribute) {
        boolean called = module.parent(attribute) instanceof Expression.Call call && call.function() == attribute;
        return called
                && template(module, attribute.object())
                        .filter(text -> !WALKING_FIELD
                                .matcher(text.replace("{{", "").replace("}}", ""))
                                .find())
                        .isPresent();
    }

    private static Optional<String> template(ModuleFacts module, Expression receiver) {
        if (!(receiver instanceof Expression.Name name)) {
            return ModuleFacts.text(receiver);
        }
        List<Statement.Assign> assigned = module.all(Statement.Assign.class)
                .filter(assign -> assign.targets().size() == 1)
                .filter(assign -> assign.targets().getFirst() instanceof Expression.Name n && n.id().equals(name.id()))
                .toList();
        long bindings = module.all(Expression.Name.class)
                .filter(n -> n.id().equals(name.id()) && n.access() == Access.STORE)
                .count();
        boolean once = assigned.size() == 1 && bindings == 1 && !module.isLocal(name);
        return once ? ModuleFacts.text(assigned.getFirst().value()) : Optional.empty();
    }
}
