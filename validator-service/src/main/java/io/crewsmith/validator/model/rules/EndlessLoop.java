package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Node;
import io.crewsmith.python.tree.PythonValue;
import io.crewsmith.python.tree.Statement;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.math.BigInteger;

/** CWE-835: loops without an end, and any while loop that runs when the module is imported. */
final class EndlessLoop implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "endless-loop",
            Layer.ALLOW_LIST,
            Severity.ERROR,
            Confidence.MEDIUM,
            "CWE-835",
            "A loop without an end",
            """
                    A module is imported when it is deployed and whenever its tests run. A while loop at the top of \
                    the module or in a class body then blocks the whole process, and one that is always true and has \
                    no break, return or raise never gives the agent back.""",
            """
                    Put loops into functions and give them an end: a condition that changes, a break or a return.""");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
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
