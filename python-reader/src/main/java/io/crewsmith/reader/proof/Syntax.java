package io.crewsmith.reader.proof;

import io.crewsmith.python.tree.Access;
import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Operator;
import io.crewsmith.python.tree.Part.Alias;
import io.crewsmith.python.tree.Part.Entry;
import io.crewsmith.python.tree.Part.Keyword;
import io.crewsmith.python.tree.Part.Parameter;
import io.crewsmith.python.tree.Part.Parameters;
import io.crewsmith.python.tree.Position;
import io.crewsmith.python.tree.PythonValue;
import io.crewsmith.python.tree.Statement;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes parts of expected trees. A value is only ever a value here: no text is put together and parsed. */
final class Syntax {

    static final Position NOWHERE = Position.START;

    private Syntax() {}

    /** The literal of a value, as CPython reads one: a negative number is a sign and a number. */
    static Expression literal(@Nullable Object value) {
        return switch (value) {
            case null -> constant(PythonValue.NONE);
            case String text -> constant(new PythonValue.Str(text));
            case Boolean flag -> constant(new PythonValue.Bool(flag));
            case Long number -> whole(BigInteger.valueOf(number));
            case BigInteger number -> whole(number);
            case Double number ->
                Math.copySign(1.0, number) < 0
                        ? negative(constant(new PythonValue.Real(-number)))
                        : constant(new PythonValue.Real(number));
            case List<?> list ->
                list(list.stream().<Expression>map(Syntax::literal).toList());
            case Map<?, ?> map ->
                new Expression.DictDisplay(
                        NOWHERE,
                        map.entrySet().stream()
                                .map(entry -> entry(String.valueOf(entry.getKey()), literal(entry.getValue())))
                                .toList());
            default -> throw new IllegalArgumentException("no literal has the type " + value.getClass());
        };
    }

    private static Expression whole(BigInteger number) {
        return number.signum() < 0
                ? negative(constant(new PythonValue.Int(number.negate())))
                : constant(new PythonValue.Int(number));
    }

    private static Expression negative(Expression number) {
        return new Expression.UnaryOperation(NOWHERE, Operator.Unary.U_SUB, number);
    }

    private static Expression constant(PythonValue value) {
        return new Expression.Constant(NOWHERE, value);
    }

    static Entry entry(String key, Expression value) {
        return new Entry(NOWHERE, literal(key), value);
    }

    static Expression list(List<Expression> elements) {
        return new Expression.ListDisplay(NOWHERE, elements);
    }

    /** A name, or attributes of one where it is dotted. */
    static Expression name(String dotted) {
        return path(dotted, Access.LOAD);
    }

    private static Expression path(String dotted, Access access) {
        int dot = dotted.lastIndexOf('.');
        return dot < 0
                ? new Expression.Name(NOWHERE, dotted, access)
                : new Expression.Attribute(
                        NOWHERE, path(dotted.substring(0, dot), Access.LOAD), dotted.substring(dot + 1), access);
    }

    static Expression attribute(Expression object, String name) {
        return new Expression.Attribute(NOWHERE, object, name, Access.LOAD);
    }

    static Expression call(Expression function, List<Expression> arguments, List<Keyword> keywords) {
        return new Expression.Call(NOWHERE, function, arguments, keywords);
    }

    static Expression call(String function, Expression... arguments) {
        return call(name(function), List.of(arguments), List.of());
    }

    static Expression call(String function, List<Keyword> keywords) {
        return call(name(function), List.of(), keywords);
    }

    static Keyword keyword(String name, Expression value) {
        return new Keyword(NOWHERE, name, value);
    }

    static Statement assign(String target, Expression value) {
        return new Statement.Assign(NOWHERE, List.of(path(target, Access.STORE)), value);
    }

    static Statement statement(Expression value) {
        return new Statement.ExpressionStatement(NOWHERE, value);
    }

    static Statement importFrom(String module, Collection<String> names) {
        return new Statement.ImportFrom(
                NOWHERE,
                module,
                names.stream().map(name -> new Alias(NOWHERE, name, null)).toList(),
                0);
    }

    static Statement type(String name, String base, List<Statement> body) {
        List<Expression> bases = base.isEmpty() ? List.of() : List.of(name(base));
        return new Statement.ClassDef(NOWHERE, name, bases, List.of(), body, List.of());
    }

    /** A method with no parameter but self. */
    static Statement method(String name, Expression returns, List<Statement> body) {
        var self = new Parameter(NOWHERE, Parameter.Kind.POSITIONAL_OR_KEYWORD, "self", null, null);
        return method(name, new Parameters(NOWHERE, List.of(self)), returns, body);
    }

    static Statement method(String name, Parameters parameters, Expression returns, List<Statement> body) {
        return new Statement.FunctionDef(NOWHERE, false, name, parameters, body, List.of(), returns);
    }

    static Expression none() {
        return constant(PythonValue.NONE);
    }
}
