package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Operator;
import io.crewsmith.python.tree.PythonValue;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Works out the text that an expression of literals gives, without running anything; empty where it is not one. */
final class FoldedText {

    private static final BigInteger LARGEST_CODE_POINT = BigInteger.valueOf(Character.MAX_CODE_POINT);

    private FoldedText() {}

    static Optional<String> of(Expression expression) {
        return switch (expression) {
            case Expression.Constant constant -> ModuleFacts.text(constant);
            case Expression.BinaryOperation operation -> operation(operation);
            case Expression.JoinedString joined -> joined("", joined.parts());
            case Expression.Formatted formatted when formatted.format() == null -> of(formatted.value());
            case Expression.Subscript subscript ->
                isTurnedRound(subscript) ? turned(of(subscript.object())) : Optional.empty();
            case Expression.Call call -> call(call);
            default -> Optional.empty();
        };
    }

    private static Optional<String> operation(Expression.BinaryOperation operation) {
        return switch (operation.operator()) {
            case ADD -> joined("", List.of(operation.left(), operation.right()));
            case MOD -> of(operation.left()).flatMap(template -> filled(template, "%s", elements(operation.right())));
            default -> Optional.empty();
        };
    }

    private static Optional<String> call(Expression.Call call) {
        List<Expression> arguments = call.arguments();
        return switch (call.function()) {
            case Expression.Name name
            when arguments.size() == 1 && call.keywords().isEmpty() ->
                switch (name.id()) {
                    case "chr" -> character(arguments.getFirst());
                    case "str" -> of(arguments.getFirst());
                    case "reversed" -> turned(of(arguments.getFirst()));
                    default -> Optional.empty();
                };
            case Expression.Attribute method
            when call.keywords().isEmpty() ->
                of(method.object()).flatMap(text -> method(text, method.name(), arguments));
            default -> Optional.empty();
        };
    }

    private static Optional<String> method(String text, String name, List<Expression> arguments) {
        return switch (name) {
            case "join" -> arguments.size() == 1 ? joinedAll(text, arguments.getFirst()) : Optional.empty();
            case "format" -> filled(text.replaceAll("\\{\\d+}", "{}"), "{}", arguments);
            case "replace" -> arguments.size() == 2 ? replaced(text, arguments) : Optional.empty();
            case "lower", "casefold" -> Optional.of(text.toLowerCase(Locale.ROOT));
            case "strip", "lstrip", "rstrip" -> Optional.of(text.strip());
            default -> Optional.empty();
        };
    }

    private static Optional<String> replaced(String text, List<Expression> arguments) {
        return of(arguments.getFirst()).flatMap(from -> of(arguments.get(1)).map(to -> text.replace(from, to)));
    }

    private static Optional<String> joinedAll(String between, Expression all) {
        return switch (all) {
            case Expression.Call call -> mapped(call).or(() -> of(call));
            case Expression.Comprehended each
            when each.loops().size() == 1 && each.element() instanceof Expression.Call call ->
                isNamed(call.function(), "chr")
                        ? joined(
                                between,
                                elements(each.loops().getFirst().iterable()).stream()
                                        .map(FoldedText::chr)
                                        .toList())
                        : Optional.empty();
            default -> joined(between, elements(all));
        };
    }

    /** {@code map(chr, [101, 118])} */
    private static Optional<String> mapped(Expression.Call call) {
        return isNamed(call.function(), "map")
                        && call.arguments().size() == 2
                        && isNamed(call.arguments().getFirst(), "chr")
                ? joined(
                        "",
                        elements(call.arguments().get(1)).stream()
                                .map(FoldedText::chr)
                                .toList())
                : Optional.empty();
    }

    private static Expression chr(Expression codePoint) {
        return character(codePoint)
                .<Expression>map(text -> new Expression.Constant(codePoint.at(), new PythonValue.Str(text)))
                .orElse(codePoint);
    }

    private static Optional<String> joined(String between, List<Expression> pieces) {
        List<Optional<String>> texts = pieces.stream().map(FoldedText::of).toList();
        return texts.isEmpty() || texts.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(String.join(
                        between, texts.stream().flatMap(Optional::stream).toList()));
    }

    private static Optional<String> filled(String template, String place, List<Expression> values) {
        String text = template;
        for (Expression value : values) {
            int at = text.indexOf(place);
            Optional<String> piece = of(value);
            if (at < 0 || piece.isEmpty()) {
                return Optional.empty();
            }
            text = text.substring(0, at) + piece.get() + text.substring(at + place.length());
        }
        return Optional.of(text);
    }

    private static List<Expression> elements(Expression expression) {
        return switch (expression) {
            case Expression.ListDisplay list -> list.elements();
            case Expression.TupleDisplay tuple -> tuple.elements();
            default -> Stream.of(expression).toList();
        };
    }

    private static Optional<String> character(Expression expression) {
        return expression instanceof Expression.Constant constant
                        && constant.value() instanceof PythonValue.Int(BigInteger value)
                        && value.signum() >= 0
                        && value.compareTo(LARGEST_CODE_POINT) <= 0
                ? Optional.of(Character.toString(value.intValueExact()))
                : Optional.empty();
    }

    /** {@code [::-1]} */
    private static boolean isTurnedRound(Expression.Subscript subscript) {
        return subscript.index() instanceof Expression.Slice slice
                && slice.lower() == null
                && slice.upper() == null
                && slice.step() instanceof Expression.UnaryOperation step
                && step.operator() == Operator.Unary.U_SUB;
    }

    private static Optional<String> turned(Optional<String> text) {
        return text.map(characters -> new StringBuilder(characters).reverse().toString());
    }

    private static boolean isNamed(Expression expression, String name) {
        return expression instanceof Expression.Name it && it.id().equals(name);
    }
}
