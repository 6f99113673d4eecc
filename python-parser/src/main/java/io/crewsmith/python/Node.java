package io.crewsmith.python;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A syntax tree of Python, typed where decisions look and generic elsewhere. Names are those of CPython's {@code ast}.
 * Every part of the source that can do something is reached through {@link #children()}.
 */
public sealed interface Node {

    Position at();

    List<Node> children();

    /** Shows this node and everything below it, parents first. */
    default void walk(Consumer<Node> visitor) {
        visitor.accept(this);
        children().forEach(child -> child.walk(visitor));
    }

    /** The text, if this is a string constant. */
    default Optional<String> string() {
        return this instanceof Constant constant && constant.value() instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    /** A whole file. */
    record Module(List<Node> children, Position at) implements Node {}

    /** {@code import a.b as c}. */
    record Import(List<Alias> names, Position at) implements Node {
        @Override
        public List<Node> children() {
            return List.copyOf(names);
        }
    }

    /** {@code from ..a.b import c}; the module is null in {@code from . import c}. */
    record ImportFrom(@Nullable String module, List<Alias> names, int level, Position at) implements Node {
        @Override
        public List<Node> children() {
            return List.copyOf(names);
        }
    }

    /** One name of an import. */
    record Alias(String name, @Nullable String asName, Position at) implements Node {
        @Override
        public List<Node> children() {
            return List.of();
        }
    }

    /** An identifier, read, written or deleted. */
    record Name(String id, Position at) implements Node {
        @Override
        public List<Node> children() {
            return List.of();
        }
    }

    /** {@code value.name}. */
    record Attribute(Node value, String name, Position at) implements Node {
        @Override
        public List<Node> children() {
            return List.of(value);
        }
    }

    /** {@code function(arguments, keywords)}. */
    record Call(Node function, List<Node> arguments, List<Keyword> keywords, Position at) implements Node {
        @Override
        public List<Node> children() {
            return joined(List.of(function), arguments, keywords);
        }
    }

    /** {@code name=value} of a call or a class; the name is null in {@code **value}. */
    record Keyword(@Nullable String name, Node value, Position at) implements Node {
        @Override
        public List<Node> children() {
            return List.of(value);
        }
    }

    /**
     * A literal. Its value is a {@link String}, {@link Boolean}, {@link java.math.BigInteger}, {@link Double},
     * {@link Bytes}, {@link Kind#NONE}, {@link Kind#ELLIPSIS} or {@link Kind#COMPLEX}.
     */
    record Constant(Object value, Position at) implements Node {

        /** Values that no type of Java has. */
        public enum Kind {
            NONE,
            ELLIPSIS,
            COMPLEX
        }

        /** The length of a bytes literal. */
        public record Bytes(int length) {}

        @Override
        public List<Node> children() {
            return List.of();
        }
    }

    /** An f-string. */
    record JoinedStr(List<Node> children, Position at) implements Node {}

    /** {@code value[slice]}. */
    record Subscript(Node value, Node slice, Position at) implements Node {
        @Override
        public List<Node> children() {
            return List.of(value, slice);
        }
    }

    /** {@code targets = value}. */
    record Assign(List<Node> targets, Node value, Position at) implements Node {
        @Override
        public List<Node> children() {
            return joined(targets, List.of(value));
        }
    }

    /** {@code target: annotation = value}. */
    record AnnAssign(Node target, Node annotation, @Nullable Node value, Position at) implements Node {
        @Override
        public List<Node> children() {
            return joined(List.of(target), List.of(annotation), optional(value));
        }
    }

    /** A function, also an asynchronous one. */
    record FunctionDef(
            String name,
            boolean isAsync,
            List<Node> decorators,
            Parameters parameters,
            @Nullable Node returns,
            List<Node> body,
            Position at)
            implements Node {
        @Override
        public List<Node> children() {
            return joined(decorators, List.of(parameters), optional(returns), body);
        }
    }

    /** What a function or a lambda takes: its parameters in the order of the text, and their defaults. */
    record Parameters(List<Parameter> all, List<Node> defaults, Position at) implements Node {
        @Override
        public List<Node> children() {
            return joined(all, defaults);
        }
    }

    /** One parameter. */
    record Parameter(String name, @Nullable Node annotation, Position at) implements Node {
        @Override
        public List<Node> children() {
            return optional(annotation);
        }
    }

    /** A class. */
    record ClassDef(
            String name, List<Node> decorators, List<Node> bases, List<Keyword> keywords, List<Node> body, Position at)
            implements Node {
        @Override
        public List<Node> children() {
            return joined(decorators, bases, keywords, body);
        }
    }

    /** Everything else: CPython's name of the node, the identifiers that it mentions itself, what is below it. */
    record Other(String kind, List<String> names, List<Node> children, Position at) implements Node {}

    @SafeVarargs
    private static List<Node> joined(List<? extends Node>... parts) {
        List<Node> all = new ArrayList<>();
        Arrays.stream(parts).forEach(all::addAll);
        return List.copyOf(all);
    }

    private static List<Node> optional(@Nullable Node node) {
        return node == null ? List.of() : List.of(Objects.requireNonNull(node));
    }
}
