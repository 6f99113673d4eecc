package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Node;
import io.crewsmith.python.tree.Part;
import io.crewsmith.python.tree.Statement;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.Severity;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** CWE-95: pydantic and typing evaluate annotations that are strings, so such a string must be a plain type. */
final class CodeInAnnotation implements Rule {

    private static final Pattern PLAIN_TYPE = Pattern.compile("[A-Za-z_][\\w.]*[\\w\\[\\]., |]*");
    private static final Pattern WORD = Pattern.compile("\\w+");

    @Override
    public String id() {
        return "code-in-annotation";
    }

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Layer layer() {
        return Layer.ALLOW_LIST;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        Stream.of(
                        module.all(Part.Parameter.class).map(Part.Parameter::annotation),
                        module.all(Statement.AnnotatedAssign.class).map(Statement.AnnotatedAssign::annotation),
                        module.all(Statement.FunctionDef.class).map(Statement.FunctionDef::returns),
                        module.all(Expression.Subscript.class)
                                .filter(subscript -> isTyping(module, subscript.object()))
                                .map(Expression.Subscript::index),
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
        if (node instanceof Expression.Subscript subscript && isText(module, subscript.object())) {
            return Stream.empty();
        }
        if (node instanceof Expression.Constant constant
                && ModuleFacts.text(constant).isPresent()) {
            return Stream.of(constant);
        }
        return node.children().stream().flatMap(child -> strings(module, child));
    }

    private static boolean isText(ModuleFacts module, Expression type) {
        return module.paths(type).stream()
                .anyMatch(path -> List.of("Literal", "Annotated").contains(path.substring(path.lastIndexOf('.') + 1)));
    }

    private static boolean isPlainType(String text) {
        return PLAIN_TYPE.matcher(text).matches()
                && WORD.matcher(text)
                        .results()
                        .noneMatch(word ->
                                DunderAccess.isDunder(word.group()) || DangerousBuiltin.NAMES.contains(word.group()));
    }
}
