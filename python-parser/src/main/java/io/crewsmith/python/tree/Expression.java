package io.crewsmith.python.tree;

import io.crewsmith.python.tree.Part.Comprehension;
import io.crewsmith.python.tree.Part.Entry;
import io.crewsmith.python.tree.Part.Keyword;
import io.crewsmith.python.tree.Part.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything with a value. Parentheses leave no trace, adjacent string literals are one. */
public sealed interface Expression extends Node {

    /** A literal. */
    record Constant(Position at, PythonValue value) implements Expression {}

    /** An f-string: {@link Constant} texts and {@link Formatted} values. */
    record JoinedString(Position at, List<Expression> parts) implements Expression {
        public JoinedString {
            parts = List.copyOf(parts);
        }
    }

    /** {@code {value!r:format}}; the conversion is one of {@code s r a}, or a blank for none. */
    record Formatted(
            Position at,
            Expression value,
            char conversion,
            @Nullable Expression format) implements Expression {}

    /** A name. */
    record Name(Position at, String id, Access access) implements Expression {}

    /** {@code object.name}. */
    record Attribute(Position at, Expression object, String name, Access access) implements Expression {}

    /** {@code object[index]}. */
    record Subscript(Position at, Expression object, Expression index, Access access) implements Expression {}

    /** {@code lower:upper:step} inside a subscript. */
    record Slice(
            Position at,
            @Nullable Expression lower,
            @Nullable Expression upper,
            @Nullable Expression step) implements Expression {}

    /** {@code *value}. */
    record Starred(Position at, Expression value) implements Expression {}

    /** {@code function(arguments, keywords)}. */
    record Call(Position at, Expression function, List<Expression> arguments, List<Keyword> keywords)
            implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
            keywords = List.copyOf(keywords);
        }
    }

    /** {@code target := value}. */
    record NamedValue(Position at, Expression target, Expression value) implements Expression {}

    /** {@code lambda parameters: body}. */
    record Lambda(Position at, Parameters parameters, Expression body) implements Expression {}

    /** {@code body if test else otherwise}. */
    record Conditional(Position at, Expression test, Expression body, Expression otherwise) implements Expression {}

    /** {@code a and b}, {@code a or b}; two or more values. */
    record BoolOperation(Position at, Operator.Bool operator, List<Expression> values) implements Expression {
        public BoolOperation {
            values = List.copyOf(values);
        }
    }

    /** {@code left + right} and its like. */
    record BinaryOperation(Position at, Expression left, Operator.Binary operator, Expression right)
            implements Expression {}

    /** {@code -operand} and its like. */
    record UnaryOperation(Position at, Operator.Unary operator, Expression operand) implements Expression {}

    /** {@code left < b < c}; as many operators as comparators. */
    record Comparison(Position at, Expression left, List<Operator.Compare> operators, List<Expression> comparators)
            implements Expression {
        public Comparison {
            operators = List.copyOf(operators);
            comparators = List.copyOf(comparators);
        }
    }

    /** {@code [a, b]}. */
    record ListDisplay(Position at, List<Expression> elements) implements Expression {
        public ListDisplay {
            elements = List.copyOf(elements);
        }
    }

    /** {@code (a, b)}. */
    record TupleDisplay(Position at, List<Expression> elements) implements Expression {
        public TupleDisplay {
            elements = List.copyOf(elements);
        }
    }

    /** {@code {a, b}}. */
    record SetDisplay(Position at, List<Expression> elements) implements Expression {
        public SetDisplay {
            elements = List.copyOf(elements);
        }
    }

    /** {@code {a: b, **c}}. */
    record DictDisplay(Position at, List<Entry> entries) implements Expression {
        public DictDisplay {
            entries = List.copyOf(entries);
        }
    }

    /** A list, set or generator comprehension. */
    record Comprehended(Position at, Kind kind, Expression element, List<Comprehension> loops) implements Expression {
        public Comprehended {
            loops = List.copyOf(loops);
        }

        /** What the comprehension builds. */
        public enum Kind {
            LIST,
            SET,
            GENERATOR
        }
    }

    /** {@code {key: value for …}}. */
    record DictComprehended(Position at, Expression key, Expression value, List<Comprehension> loops)
            implements Expression {
        public DictComprehended {
            loops = List.copyOf(loops);
        }
    }

    /** {@code await value}. */
    record Await(Position at, Expression value) implements Expression {}

    /** {@code yield value}. */
    record Yield(Position at, @Nullable Expression value) implements Expression {}

    /** {@code yield from value}. */
    record YieldFrom(Position at, Expression value) implements Expression {}
}
