package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Statement;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.Severity;
import java.util.List;
import java.util.stream.Stream;

/** CWE-95: a decorator is a call without a call; it must be a name, a dotted name or a call of one. */
final class OddDecorator implements Rule {

    @Override
    public String id() {
        return "odd-decorator";
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
