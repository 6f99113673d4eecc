package io.crewsmith.python;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Node;
import io.crewsmith.python.tree.Operator;
import io.crewsmith.python.tree.Part;
import io.crewsmith.python.tree.Pattern;
import io.crewsmith.python.tree.PythonModule;
import io.crewsmith.python.tree.PythonValue;
import io.crewsmith.python.tree.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a tree exactly as {@code dump_tree.py} writes CPython's. */
final class TreeDump {

    private TreeDump() {}

    static String of(PythonModule module) {
        return show(module.body());
    }

    private static String show(@Nullable Object value) {
        return switch (value) {
            case null -> "-";
            case List<?> list -> "[" + list.stream().map(TreeDump::show).collect(joining(" ")) + "]";
            case Statement n -> statement(n);
            case Expression n -> expression(n);
            case Pattern n -> pattern(n);
            case Part n -> part(n);
            case Operator n -> "(" + camel(n.toString()) + ")";
            case Boolean b -> b ? "1" : "0";
            default -> value.toString();
        };
    }

    private static String statement(Statement statement) {
        return switch (statement) {
            case Statement.FunctionDef n ->
                of("FunctionDef", n, n.name(), n.parameters(), n.body(), n.decorators(), n.returns());
            case Statement.ClassDef n -> of("ClassDef", n, n.name(), n.bases(), n.keywords(), n.body(), n.decorators());
            case Statement.Return n -> of("Return", n, n.value());
            case Statement.Delete n -> of("Delete", n, n.targets());
            case Statement.Assign n -> of("Assign", n, n.targets(), n.value());
            case Statement.AugmentedAssign n -> of("AugAssign", n, n.target(), n.operator(), n.value());
            case Statement.AnnotatedAssign n -> of("AnnAssign", n, n.target(), n.annotation(), n.value());
            case Statement.For n -> of("For", n, n.target(), n.iterable(), n.body(), n.otherwise());
            case Statement.While n -> of("While", n, n.test(), n.body(), n.otherwise());
            case Statement.If n -> of("If", n, n.test(), n.body(), n.otherwise());
            case Statement.With n -> of("With", n, n.items(), n.body());
            case Statement.Match n -> of("Match", n, n.subject(), n.cases());
            case Statement.Raise n -> of("Raise", n, n.exception(), n.cause());
            case Statement.Try n -> of("Try", n, n.body(), n.handlers(), n.otherwise(), n.finals());
            case Statement.Assert n -> of("Assert", n, n.test(), n.message());
            case Statement.Import n -> of("Import", n, n.names());
            case Statement.ImportFrom n -> of("ImportFrom", n, n.module(), n.names(), n.level());
            case Statement.Global n -> of("Global", n, n.names());
            case Statement.Nonlocal n -> of("Nonlocal", n, n.names());
            case Statement.ExpressionStatement n -> of("Expr", n, n.value());
            case Statement.Pass n -> of("Pass", n);
            case Statement.Break n -> of("Break", n);
            case Statement.Continue n -> of("Continue", n);
        };
    }

    private static String expression(Expression expression) {
        return switch (expression) {
            case Expression.Constant n -> of("Constant", n, constant(n.value()));
            case Expression.JoinedString n -> of("JoinedStr", n, pieces(n));
            case Expression.Formatted n -> piece(n);
            case Expression.Name n -> of("Name", n, n.id());
            case Expression.Attribute n -> of("Attribute", n, n.object(), n.name());
            case Expression.Subscript n -> of("Subscript", n, n.object(), n.index());
            case Expression.Slice n -> of("Slice", n, n.lower(), n.upper(), n.step());
            case Expression.Starred n -> of("Starred", n, n.value());
            case Expression.Call n -> of("Call", n, n.function(), n.arguments(), n.keywords());
            case Expression.NamedValue n -> of("NamedExpr", n, n.target(), n.value());
            case Expression.Lambda n -> of("Lambda", n, n.parameters(), n.body());
            case Expression.Conditional n -> of("IfExp", n, n.test(), n.body(), n.otherwise());
            case Expression.BoolOperation n -> of("BoolOp", n, n.operator(), n.values());
            case Expression.BinaryOperation n -> of("BinOp", n, n.left(), n.operator(), n.right());
            case Expression.UnaryOperation n -> of("UnaryOp", n, n.operator(), n.operand());
            case Expression.Comparison n -> of("Compare", n, n.left(), n.operators(), n.comparators());
            case Expression.ListDisplay n -> of("List", n, n.elements());
            case Expression.TupleDisplay n -> of("Tuple", n, n.elements());
            case Expression.SetDisplay n -> of("Set", n, n.elements());
            case Expression.DictDisplay n -> of("Dict", n, n.entries());
            case Expression.Comprehended n -> of(n.kind().name(), n, n.element(), n.loops());
            case Expression.DictComprehended n -> of("DictComp", n, n.key(), n.value(), n.loops());
            case Expression.Await n -> of("Await", n, n.value());
            case Expression.Yield n -> of("Yield", n, n.value());
            case Expression.YieldFrom n -> of("YieldFrom", n, n.value());
        };
    }

    private static String pattern(Pattern pattern) {
        return switch (pattern) {
            case Pattern.MatchValue n -> plain("MatchValue", n.value());
            case Pattern.MatchSingleton n -> plain("MatchSingleton", constant(n.value()));
            case Pattern.MatchSequence n -> plain("MatchSequence", n.patterns());
            case Pattern.MatchMapping n -> plain("MatchMapping", n.keys(), n.patterns(), n.rest());
            case Pattern.MatchClass n ->
                plain("MatchClass", n.type(), n.patterns(), n.attributes(), n.attributePatterns());
            case Pattern.MatchStar n -> plain("MatchStar", n.name());
            case Pattern.MatchAs n -> plain("MatchAs", n.pattern(), n.name());
            case Pattern.MatchOr n -> plain("MatchOr", n.patterns());
        };
    }

    private static String part(Part part) {
        return switch (part) {
            case Part.Parameters n -> show(n.all());
            case Part.Parameter n -> plain(n.name(), n.annotation(), n.defaultValue());
            case Part.Keyword n -> plain("keyword", n.name(), n.value());
            case Part.Entry n -> show(n.key()) + " " + show(n.value());
            case Part.Comprehension n -> plain("comprehension", n.target(), n.iterable(), n.conditions(), n.async());
            case Part.Handler n -> plain("ExceptHandler", n.type(), n.name(), n.body());
            case Part.Alias n -> plain("alias", n.name(), n.alias());
            case Part.WithItem n -> plain("withitem", n.manager(), n.target());
            case Part.Case n -> plain("match_case", n.pattern(), n.guard(), n.body());
        };
    }

    private static String pieces(Expression.JoinedString node) {
        return node.parts().stream().map(TreeDump::piece).collect(joining(" "));
    }

    private static String piece(Expression piece) {
        if (piece instanceof Expression.Constant constant) {
            return constant(constant.value());
        }
        var formatted = (Expression.Formatted) piece;
        int conversion = formatted.conversion() == ' ' ? -1 : formatted.conversion();
        var type = show(formatted.value());
        var format = formatted.format() instanceof Expression.JoinedString spec ? "{" + pieces(spec) + "}" : "-";
        return "{" + type.substring(1, type.indexOf('@')) + " " + conversion + " " + format + "}";
    }

    private static String constant(PythonValue value) {
        return switch (value) {
            case PythonValue.Str v ->
                "str:" + HexFormat.of().formatHex(v.value().getBytes(UTF_8));
            case PythonValue.Bytes v ->
                "bytes:" + HexFormat.of().formatHex(v.latin1().getBytes(ISO_8859_1));
            case PythonValue.Int v -> "int:" + v.value();
            case PythonValue.Real v -> "float:" + bits(v.value());
            case PythonValue.Complex v -> "complex:" + bits(v.imaginary());
            case PythonValue.Bool v -> v.value() ? "True" : "False";
            case PythonValue.None _ -> "None";
            case PythonValue.Ellipsis _ -> "Ellipsis";
        };
    }

    private static String bits(double value) {
        return HexFormat.of().toHexDigits(Double.doubleToLongBits(value));
    }

    private static String of(String name, Node node, @Nullable Object... fields) {
        return plain(name + "@" + node.line() + ":" + node.column(), fields);
    }

    private static String plain(String name, @Nullable Object... fields) {
        return "(" + name + Arrays.stream(fields).map(f -> " " + show(f)).collect(joining()) + ")";
    }

    private static String camel(String constant) {
        return Arrays.stream(constant.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(joining());
    }
}
