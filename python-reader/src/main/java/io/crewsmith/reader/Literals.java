package io.crewsmith.reader;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Operator;
import io.crewsmith.python.tree.Part.Entry;
import io.crewsmith.python.tree.PythonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of literals, typed as Python types them. */
final class Literals {

    private Literals() {}

    /** It is no literal of which JSON has a counterpart. */
    static final class NoLiteral extends Exception {

        private final transient Expression expression;

        private NoLiteral(Expression expression, String reason) {
            super(reason, null, false, false);
            this.expression = expression;
        }

        Expression expression() {
            return expression;
        }
    }

    /** String, Long, BigInteger, Double, Boolean, List, Map or null. */
    static @Nullable Object value(Expression expression) throws NoLiteral {
        return switch (expression) {
            case Expression.Constant constant -> value(constant);
            case Expression.UnaryOperation(var at, var operator, Expression.Constant number)
            when operator == Operator.Unary.U_SUB -> negative(number);
            case Expression.ListDisplay list -> list(list);
            case Expression.DictDisplay dict -> dict(dict);
            default -> throw new NoLiteral(expression, "it is no plain value, and nothing is executed to find it out");
        };
    }

    private static @Nullable Object value(Expression.Constant constant) throws NoLiteral {
        return switch (constant.value()) {
            case PythonValue.Str text -> text.value();
            case PythonValue.Bool flag -> flag.value();
            case PythonValue.Int number -> whole(number.value());
            case PythonValue.Real number -> number.value();
            case PythonValue.None none -> null;
            case PythonValue.Bytes _, PythonValue.Complex _, PythonValue.Ellipsis _ ->
                throw new NoLiteral(constant, "a configuration holds no value of this type");
        };
    }

    private static Object negative(Expression.Constant constant) throws NoLiteral {
        return switch (value(constant)) {
            case Long number -> whole(BigInteger.valueOf(number).negate());
            case BigInteger number -> whole(number.negate());
            case Double number -> -number;
            case null, default -> throw new NoLiteral(constant, "only a number has a sign");
        };
    }

    private static Object whole(BigInteger number) {
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    private static List<@Nullable Object> list(Expression.ListDisplay display) throws NoLiteral {
        List<@Nullable Object> values = new ArrayList<>();
        for (Expression element : display.elements()) {
            values.add(value(element));
        }
        return values;
    }

    private static Map<String, @Nullable Object> dict(Expression.DictDisplay display) throws NoLiteral {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Entry entry : display.entries()) {
            if (!(entry.key() instanceof Expression.Constant(var at, PythonValue.Str(String name)))) {
                throw new NoLiteral(entry.value(), "its key is no plain text");
            }
            if (values.containsKey(name)) {
                throw new NoLiteral(entry.value(), "its key is there twice");
            }
            values.put(name, value(entry.value()));
        }
        return values;
    }
}
