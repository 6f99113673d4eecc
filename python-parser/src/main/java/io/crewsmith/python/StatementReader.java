package io.crewsmith.python;

import static io.crewsmith.python.Lists.map;

import com.oracle.graal.python.pegparser.sst.AliasTy;
import com.oracle.graal.python.pegparser.sst.ExceptHandlerTy;
import com.oracle.graal.python.pegparser.sst.MatchCaseTy;
import com.oracle.graal.python.pegparser.sst.StmtTy;
import com.oracle.graal.python.pegparser.sst.WithItemTy;
import io.crewsmith.python.tree.Part;
import io.crewsmith.python.tree.Position;
import io.crewsmith.python.tree.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns borrowed statements into ours. */
final class StatementReader {

    private final Levels levels = new Levels();
    private final ExpressionReader expressions = new ExpressionReader(levels);
    private final PatternReader patterns = new PatternReader(levels, expressions);
    private final DefinitionReader definitions = new DefinitionReader(this, expressions);

    List<Statement> all(StmtTy @Nullable [] nodes) {
        return map(nodes, this::read);
    }

    Statement read(StmtTy node) {
        var at = Places.of(node);
        return levels.below(at, () -> simple(node, at));
    }

    private Statement simple(StmtTy node, Position at) {
        return switch (node) {
            case StmtTy.Expr n -> new Statement.ExpressionStatement(at, expressions.read(n.value));
            case StmtTy.Assign n -> new Statement.Assign(at, expressions.all(n.targets), expressions.read(n.value));
            case StmtTy.AnnAssign n ->
                new Statement.AnnotatedAssign(
                        at, expressions.read(n.target), expressions.read(n.annotation), expressions.maybe(n.value));
            case StmtTy.AugAssign n ->
                new Statement.AugmentedAssign(
                        at, expressions.read(n.target), Operators.of(n.op), expressions.read(n.value));
            case StmtTy.Return n -> new Statement.Return(at, expressions.maybe(n.value));
            case StmtTy.Raise n -> new Statement.Raise(at, expressions.maybe(n.exc), expressions.maybe(n.cause));
            case StmtTy.Assert n -> new Statement.Assert(at, expressions.read(n.test), expressions.maybe(n.msg));
            case StmtTy.Delete n -> new Statement.Delete(at, expressions.all(n.targets));
            case StmtTy.Global n -> new Statement.Global(at, List.of(n.names));
            case StmtTy.Nonlocal n -> new Statement.Nonlocal(at, List.of(n.names));
            case StmtTy.Import n -> new Statement.Import(at, map(n.names, StatementReader::alias));
            case StmtTy.ImportFrom n ->
                new Statement.ImportFrom(at, n.module, map(n.names, StatementReader::alias), n.level);
            case StmtTy.Pass _ -> new Statement.Pass(at);
            case StmtTy.Break _ -> new Statement.Break(at);
            case StmtTy.Continue _ -> new Statement.Continue(at);
            default -> compound(node, at);
        };
    }

    private Statement compound(StmtTy node, Position at) {
        return switch (node) {
            case StmtTy.If n -> new Statement.If(at, expressions.read(n.test), all(n.body), all(n.orElse));
            case StmtTy.While n -> new Statement.While(at, expressions.read(n.test), all(n.body), all(n.orElse));
            case StmtTy.For n ->
                new Statement.For(
                        at, false, expressions.read(n.target), expressions.read(n.iter), all(n.body), all(n.orElse));
            case StmtTy.AsyncFor n ->
                new Statement.For(
                        at, true, expressions.read(n.target), expressions.read(n.iter), all(n.body), all(n.orElse));
            case StmtTy.With n -> new Statement.With(at, false, map(n.items, this::item), all(n.body));
            case StmtTy.AsyncWith n -> new Statement.With(at, true, map(n.items, this::item), all(n.body));
            case StmtTy.Match n -> new Statement.Match(at, expressions.read(n.subject), map(n.cases, this::branch));
            case StmtTy.Try n ->
                new Statement.Try(at, all(n.body), map(n.handlers, this::handler), all(n.orElse), all(n.finalBody));
            case StmtTy.TryStar _ -> throw NewerSyntax.refusal("Exception groups are", "3.11", at);
            default -> definitions.read(node, at);
        };
    }

    private Part.WithItem item(WithItemTy node) {
        return new Part.WithItem(
                Places.of(node.contextExpr), expressions.read(node.contextExpr), expressions.maybe(node.optionalVars));
    }

    private Part.Case branch(MatchCaseTy node) {
        return new Part.Case(
                Places.of(node.pattern), patterns.read(node.pattern), expressions.maybe(node.guard), all(node.body));
    }

    private Part.Handler handler(ExceptHandlerTy node) {
        var handler = (ExceptHandlerTy.ExceptHandler) node;
        return new Part.Handler(Places.of(node), expressions.maybe(handler.type), handler.name, all(handler.body));
    }

    private static Part.Alias alias(AliasTy node) {
        return new Part.Alias(Places.of(node), node.name, node.asName);
    }
}
