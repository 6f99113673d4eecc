package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Node;
import io.crewsmith.python.tree.PythonValue;
import io.crewsmith.python.tree.Statement;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.Severity;
import java.math.BigInteger;

/** CWE-835: loops without an end, and any while loop that runs when the module is imported. */
final class EndlessLoop implements Rule {

    @Override
    public String id() {
        return "endless-loop";
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
        module.all(Statement.While.class).forEach(loop -> {
            var kind = module.scope(loop).kind;
            if (kind == Scope.Kind.MODULE || kind == Scope.Kind.CLASS) {
                report.add(loop.at(), "while loop runs when the module is imported: put it into a function");
            } else if (isTrue(loop.test()) && loop.body().stream().noneMatch(EndlessLoop::ends)) {
                report.add(loop.at(), "while loop has no end: add a condition, break or return");
            }
        });
    }

    private static boolean isTrue(Expression test) {
        return test instanceof Expression.Constant constant
                && switch (constant.value()) {
                    case PythonValue.Bool v -> v.value();
                    case PythonValue.Int v -> !v.value().equals(BigInteger.ZERO);
                    case PythonValue.Str v -> !v.value().isEmpty();
                    default -> true;
                };
    }

    private static boolean ends(Node node) {
        return switch (node) {
            case Statement.Break _, Statement.Return _, Statement.Raise _ -> true;
            case Expression.Await _, Expression.Yield _ -> true;
            case Statement.FunctionDef _, Statement.ClassDef _, Expression.Lambda _ -> false;
            default -> node.children().stream().anyMatch(EndlessLoop::ends);
        };
    }
}
