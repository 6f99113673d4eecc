package io.crewsmith.python.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The patterns of a match statement. */
public sealed interface Pattern extends Node {

    /** Compares with {@code ==}. */
    record MatchValue(Position at, Expression value) implements Pattern {}

    /** Compares with {@code is}: None, True, False. */
    record MatchSingleton(Position at, PythonValue value) implements Pattern {}

    /** {@code [a, b]}. */
    record MatchSequence(Position at, List<Pattern> patterns) implements Pattern {
        public MatchSequence {
            patterns = List.copyOf(patterns);
        }
    }

    /** {@code {key: pattern, **rest}}; as many keys as patterns. */
    record MatchMapping(
            Position at,
            List<Expression> keys,
            List<Pattern> patterns,
            @Nullable String rest) implements Pattern {
        public MatchMapping {
            keys = List.copyOf(keys);
            patterns = List.copyOf(patterns);
        }
    }

    /** {@code Class(pattern, attribute=pattern)}; as many attributes as attribute patterns. */
    record MatchClass(
            Position at,
            Expression type,
            List<Pattern> patterns,
            List<String> attributes,
            List<Pattern> attributePatterns)
            implements Pattern {
        public MatchClass {
            patterns = List.copyOf(patterns);
            attributes = List.copyOf(attributes);
            attributePatterns = List.copyOf(attributePatterns);
        }
    }

    /** {@code *name}; {@code *_} has no name. */
    record MatchStar(Position at, @Nullable String name) implements Pattern {}

    /** {@code pattern as name}; a capture has no pattern, the wildcard has neither. */
    record MatchAs(
            Position at,
            @Nullable Pattern pattern,
            @Nullable String name) implements Pattern {}

    /** {@code a | b}. */
    record MatchOr(Position at, List<Pattern> patterns) implements Pattern {
        public MatchOr {
            patterns = List.copyOf(patterns);
        }
    }
}
