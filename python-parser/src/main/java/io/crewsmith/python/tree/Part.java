package io.crewsmith.python.tree;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is neither statement nor expression nor pattern, but part of one. */
public sealed interface Part extends Node {

    /** The parameters of a function or lambda, in the order in which they are written. */
    record Parameters(Position at, List<Parameter> all) implements Part {
        public Parameters {
            all = List.copyOf(all);
        }
    }

    /** One parameter. */
    record Parameter(
            Position at,
            Kind kind,
            String name,
            @Nullable Expression annotation,
            @Nullable Expression defaultValue) implements Part {

        /** How an argument reaches the parameter. */
        public enum Kind {
            POSITIONAL_ONLY,
            POSITIONAL_OR_KEYWORD,
            VAR_POSITIONAL,
            KEYWORD_ONLY,
            VAR_KEYWORD
        }
    }

    /** {@code name=value} in a call or class head; {@code **value} has no name. */
    record Keyword(Position at, @Nullable String name, Expression value) implements Part {}

    /** {@code key: value} in a dict display; {@code **value} has no key. */
    record Entry(Position at, @Nullable Expression key, Expression value) implements Part {}

    /** {@code for target in iterable if …} of a comprehension. */
    record Comprehension(
            Position at, Expression target, Expression iterable, List<Expression> conditions, boolean async)
            implements Part {
        public Comprehension {
            conditions = List.copyOf(conditions);
        }
    }

    /** {@code except type as name: body}. */
    record Handler(
            Position at,
            @Nullable Expression type,
            @Nullable String name,
            List<Statement> body) implements Part {
        public Handler {
            body = List.copyOf(body);
        }
    }

    /** {@code name as alias} of an import; the name may be dotted, or {@code *}. */
    record Alias(Position at, String name, @Nullable String alias) implements Part {}

    /** {@code manager as target} of a with statement. */
    record WithItem(
            Position at, Expression manager, @Nullable Expression target) implements Part {}

    /** {@code case pattern if guard: body}. */
    record Case(Position at, Pattern pattern, @Nullable Expression guard, List<Statement> body) implements Part {
        public Case {
            body = List.copyOf(body);
        }
    }
}
