package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.stream.Stream;

/** CWE-95: names that are joined, formatted, reversed or made of code points so that nobody sees them. */
final class BuiltName implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "built-name",
            Layer.ALLOW_LIST,
            Severity.ERROR,
            Confidence.HIGH,
            "CWE-95",
            "A dangerous name put together from pieces",
            """
                    "__imp" + "ort__", "".join(["ev", "al"]), a format, a text that is turned round or made of chr: \
                    all of them give a name that nobody finds by searching for it. There is no reason to write the \
                    name of a builtin or a module like that but to hide it.""",
            """
                    Remove it. What needs such a name is refused in any case.""");

    private static final int LONGEST = 40;

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        Stream.of(
                        module.all(Expression.BinaryOperation.class),
                        module.all(Expression.Call.class),
                        module.all(Expression.Subscript.class),
                        module.all(Expression.JoinedString.class))
                .<Expression>flatMap(expressions -> expressions)
                .forEach(expression -> FoldedText.of(expression)
                        .filter(text -> text.length() <= LONGEST && isDangerous(text))
                        .ifPresent(text -> report.add(
                                expression.at(),
                                "the name '%s' is put together from pieces: remove it".formatted(text))));
    }

    private static boolean isDangerous(String text) {
        return DangerousBuiltin.NAMES.contains(text)
                || InterpreterAttribute.NAMES.contains(text)
                || (text.startsWith("__") && text.endsWith("__") && text.length() > 4)
                || Policy.isBlacklisted(text);
    }
}
