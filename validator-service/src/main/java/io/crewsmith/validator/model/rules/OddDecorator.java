package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Statement;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.List;
import java.util.stream.Stream;

/** CWE-95: a decorator is a call without a call; it must be a name, a dotted name or a call of one. */
final class OddDecorator implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "odd-decorator",
            Layer.ALLOW_LIST,
            Severity.ERROR,
            Confidence.HIGH,
            "CWE-95",
            "A decorator that is no name",
            """
                    A decorator is a call without parentheses: Python calls whatever expression stands there with \
                    the function or class. A lambda, a list element or a comprehension in that place is a call that \
                    readers and scanners overlook.""",
            """
                    Define a function and decorate with its name, or with a call of it.""");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        Stream.concat(
                        module.all(Statement.ClassDef.class).map(Statement.ClassDef::decorators),
                        module.all(Statement.FunctionDef.class).map(Statement.FunctionDef::decorators))
                .flatMap(List::stream)
                .filter(decorator -> !isNamed(decorator instanceof Expression.Call call ? call.function() : decorator))
                .forEach(decorator -> report.add(
                        decorator.at(), "decorator is not a name: define a function and decorate with its name"));
    }

    private static boolean isNamed(Expression decorator) {
        return switch (decorator) {
            case Expression.Name _ -> true;
            case Expression.Attribute attribute -> isNamed(attribute.object());
            default -> false;
        };
    }
}
