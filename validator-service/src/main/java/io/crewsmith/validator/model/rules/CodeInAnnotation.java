package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Node;
import io.crewsmith.python.tree.Part;
import io.crewsmith.python.tree.Statement;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** CWE-95: pydantic and typing evaluate annotations that are strings, so such a string must be a plain type. */
final class CodeInAnnotation implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "code-in-annotation",
            Layer.ALLOW_LIST,
            Severity.CRITICAL,
            Confidence.MEDIUM,
            "CWE-95",
            "Code in an annotation that is a string",
            """
                    An annotation written as a string is no comment: pydantic, typing and dataclasses evaluate it to \
                    learn the type, so '__import__("os").system("id")' runs when the class is used. The same holds \
                    for the arguments of typing's functions and for what stands in their brackets.""",
            """
                    Write the type itself. A string is accepted where it names a type that is defined further below, \
                    such as 'Report' or 'list[Report]'; names of dangerous builtins and names with two underscores \
                    are not.""");

    private static final Pattern PLAIN_TYPE = Pattern.compile("[A-Za-z_][\\w.\\[\\],|]*");
    private static final Pattern WORD = Pattern.compile("\\w+");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        Stream.of(
                        module.all(Part.Parameter.class).map(Part.Parameter::annotation),
                        module.all(Statement.AnnotatedAssign.class).map(Statement.AnnotatedAssign::annotation),
                        module.all(Statement.FunctionDef.class).map(Statement.FunctionDef::returns),
                        module.all(Expression.Subscript.class)
                                .filter(subscript -> isTyping(module, subscript.object())),
                        module.all(Expression.Call.class)
                                .filter(call -> isTyping(module, call.function()))
                                .flatMap(call -> call.children().stream().skip(1)))
                .flatMap(annotations -> annotations)
                .filter(Objects::nonNull)
                .flatMap(annotation -> strings(module, annotation))
                .distinct()
                .filter(string -> !isPlainType(ModuleFacts.text(string).orElseThrow()))
                .forEach(string ->
                        report.add(string.at(), "annotation in a string is evaluated as code: write the type itself"));
    }

    private static boolean isTyping(ModuleFacts module, Expression expression) {
        return module.paths(expression).stream()
                .anyMatch(path -> path.startsWith("typing") && !path.endsWith("Literal"));
    }

    private static Stream<Expression> strings(ModuleFacts module, Node node) {
        return switch (node) {
            case Expression.Subscript subscript when isNamed(module, subscript, "Literal") -> Stream.empty();
            case Expression.Subscript subscript
            when isNamed(module, subscript, "Annotated") ->
                subscript.index() instanceof Expression.TupleDisplay tuple
                        ? strings(module, tuple.elements().getFirst())
                        : strings(module, subscript.index());
            case Expression.Call _ -> Stream.empty();
            case Expression.Constant constant -> ModuleFacts.texts(constant).map(Expression.class::cast);
            default -> node.children().stream().flatMap(child -> strings(module, child));
        };
    }

    private static boolean isNamed(ModuleFacts module, Expression.Subscript subscript, String type) {
        return module.paths(subscript.object()).stream()
                .anyMatch(path -> path.startsWith("typing") && path.endsWith("." + type));
    }

    private static boolean isPlainType(String text) {
        return PLAIN_TYPE.matcher(text.replace(", ", ",").replace(" | ", "|")).matches()
                && WORD.matcher(text)
                        .results()
                        .noneMatch(word ->
                                DunderAccess.isDunder(word.group()) || DangerousBuiltin.NAMES.contains(word.group()));
    }
}
