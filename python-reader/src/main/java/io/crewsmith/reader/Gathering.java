package io.crewsmith.reader;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Node;
import io.crewsmith.python.tree.Part.Keyword;
import io.crewsmith.python.tree.PythonValue;
import io.crewsmith.reader.Literals.NoLiteral;
import io.crewsmith.reader.Reading.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects what is read, and what is not. */
final class Gathering {

    private final Map<String, Value> values = new LinkedHashMap<>();
    private final List<Unread> unread = new ArrayList<>();

    void put(String pointer, @Nullable Object value, Node node) {
        if (values.containsKey(pointer)) {
            unread(node, "%s was said before".formatted(pointer));
        } else {
            values.put(pointer, new Value(value, node.at()));
        }
    }

    boolean has(String pointer) {
        return values.containsKey(pointer);
    }

    void unread(Node node, String reason) {
        unread.add(new Unread(node.line(), node.column(), reason));
    }

    /** A plain value; None says nothing. */
    void literal(String pointer, Expression expression) {
        try {
            Object value = Literals.value(expression);
            if (value != null) {
                put(pointer, value, expression);
            }
        } catch (NoLiteral e) {
            unread(e.expression(), "%s: %s".formatted(pointer, e.getMessage()));
        }
    }

    /** A plain text. */
    Optional<String> text(Expression expression, String what) {
        if (expression instanceof Expression.Constant(var at, PythonValue.Str(String text))) {
            return Optional.of(text);
        }
        unread(expression, "%s: it is no plain text".formatted(what));
        return Optional.empty();
    }

    /** Hands each keyword to its reader; whatever has none is unread. */
    void keywords(Expression.Call call, String function, Map<String, Consumer<Expression>> readers) {
        call.arguments().forEach(argument -> unread(argument, "%s takes keywords only".formatted(function)));
        for (Keyword keyword : call.keywords()) {
            Consumer<Expression> reader = keyword.name() == null ? null : readers.get(keyword.name());
            if (reader == null) {
                unread(keyword, "no parameter says %s of %s".formatted(keyword.name(), function));
            } else {
                reader.accept(keyword.value());
            }
        }
    }

    /** The elements of a list that is written out. */
    List<Expression> elements(Expression expression, String what) {
        if (expression instanceof Expression.ListDisplay list) {
            return list.elements();
        }
        unread(expression, "%s: it is no list that is written out".formatted(what));
        return List.of();
    }

    Reading reading(Kind kind) {
        return new Reading(
                kind,
                values,
                unread.stream()
                        .sorted(Comparator.comparingInt(Unread::line).thenComparingInt(Unread::column))
                        .toList());
    }
}
