package io.crewsmith.python.tree;

import io.crewsmith.python.tree.Part.Alias;
import io.crewsmith.python.tree.Part.Case;
import io.crewsmith.python.tree.Part.Handler;
import io.crewsmith.python.tree.Part.Keyword;
import io.crewsmith.python.tree.Part.Parameters;
import io.crewsmith.python.tree.Part.WithItem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that stands on a line of its own; {@code elif} is an {@link If} inside {@code otherwise}. */
public sealed interface Statement extends Node {

    /** {@code def name(parameters) -> returns: body}. */
    record FunctionDef(
            Position at,
            boolean async,
            String name,
            Parameters parameters,
            List<Statement> body,
            List<Expression> decorators,
            @Nullable Expression returns)
            implements Statement {
        public FunctionDef {
            body = List.copyOf(body);
            decorators = List.copyOf(decorators);
        }
    }

    /** {@code class name(bases, keywords): body}. */
    record ClassDef(
            Position at,
            String name,
            List<Expression> bases,
            List<Keyword> keywords,
            List<Statement> body,
            List<Expression> decorators)
            implements Statement {
        public ClassDef {
            bases = List.copyOf(bases);
            keywords = List.copyOf(keywords);
            body = List.copyOf(body);
            decorators = List.copyOf(decorators);
        }
    }

    /** {@code return value}. */
    record Return(Position at, @Nullable Expression value) implements Statement {}

    /** {@code del targets}. */
    record Delete(Position at, List<Expression> targets) implements Statement {
        public Delete {
            targets = List.copyOf(targets);
        }
    }

    /** {@code a = b = value}. */
    record Assign(Position at, List<Expression> targets, Expression value) implements Statement {
        public Assign {
            targets = List.copyOf(targets);
        }
    }

    /** {@code target += value} and its like. */
    record AugmentedAssign(Position at, Expression target, Operator.Binary operator, Expression value)
            implements Statement {}

    /** {@code target: annotation = value}. */
    record AnnotatedAssign(
            Position at,
            Expression target,
            Expression annotation,
            @Nullable Expression value) implements Statement {}

    /** {@code for target in iterable: body}. */
    record For(
            Position at,
            boolean async,
            Expression target,
            Expression iterable,
            List<Statement> body,
            List<Statement> otherwise)
            implements Statement {
        public For {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** {@code while test: body}. */
    record While(Position at, Expression test, List<Statement> body, List<Statement> otherwise) implements Statement {
        public While {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** {@code if test: body else: otherwise}. */
    record If(Position at, Expression test, List<Statement> body, List<Statement> otherwise) implements Statement {
        public If {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }
    }

    /** {@code with items: body}. */
    record With(Position at, boolean async, List<WithItem> items, List<Statement> body) implements Statement {
        public With {
            items = List.copyOf(items);
            body = List.copyOf(body);
        }
    }

    /** {@code match subject: cases}. */
    record Match(Position at, Expression subject, List<Case> cases) implements Statement {
        public Match {
            cases = List.copyOf(cases);
        }
    }

    /** {@code raise exception from cause}. */
    record Raise(
            Position at,
            @Nullable Expression exception,
            @Nullable Expression cause) implements Statement {}

    /** {@code try: …}. */
    record Try(
            Position at,
            List<Statement> body,
            List<Handler> handlers,
            List<Statement> otherwise,
            List<Statement> finals)
            implements Statement {
        public Try {
            body = List.copyOf(body);
            handlers = List.copyOf(handlers);
            otherwise = List.copyOf(otherwise);
            finals = List.copyOf(finals);
        }
    }

    /** {@code assert test, message}. */
    record Assert(Position at, Expression test, @Nullable Expression message) implements Statement {}

    /** {@code import names}. */
    record Import(Position at, List<Alias> names) implements Statement {
        public Import {
            names = List.copyOf(names);
        }
    }

    /** {@code from module import names}; the level counts the leading dots, {@code from . import x} has no module. */
    record ImportFrom(Position at, @Nullable String module, List<Alias> names, int level) implements Statement {
        public ImportFrom {
            names = List.copyOf(names);
        }
    }

    /** {@code global names}. */
    record Global(Position at, List<String> names) implements Statement {
        public Global {
            names = List.copyOf(names);
        }
    }

    /** {@code nonlocal names}. */
    record Nonlocal(Position at, List<String> names) implements Statement {
        public Nonlocal {
            names = List.copyOf(names);
        }
    }

    /** An expression alone; a docstring is one. */
    record ExpressionStatement(Position at, Expression value) implements Statement {}

    /** {@code pass}. */
    record Pass(Position at) implements Statement {}

    /** {@code break}. */
    record Break(Position at) implements Statement {}

    /** {@code continue}. */
    record Continue(Position at) implements Statement {}
}
