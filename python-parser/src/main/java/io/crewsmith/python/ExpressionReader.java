package io.crewsmith.python;

import static io.crewsmith.python.Lists.map;

import com.oracle.graal.python.pegparser.sst.ComprehensionTy;
import com.oracle.graal.python.pegparser.sst.ExprContextTy;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.KeywordTy;
import io.crewsmith.python.tree.Access;
import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Expression.Comprehended.Kind;
import io.crewsmith.python.tree.Part;
import io.crewsmith.python.tree.Position;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns borrowed expressions into ours. */
final class ExpressionReader {

    private final Levels levels;
    private final ParameterReader parameters;

    ExpressionReader(Levels levels) {
        this.levels = levels;
        this.parameters = new ParameterReader(this);
    }

    Expression read(ExprTy node) {
        var at = Places.of(node);
        return levels.below(at, () -> plain(node, at));
    }

    @Nullable
    Expression maybe(@Nullable ExprTy node) {
        return node == null ? null : read(node);
    }

    List<Expression> all(ExprTy @Nullable [] nodes) {
        return map(nodes, this::read);
    }

    Part.Parameters parameters(com.oracle.graal.python.pegparser.sst.@Nullable ArgumentsTy node, Position at) {
        return parameters.read(node, at);
    }

    Part.Keyword keyword(KeywordTy node) {
        return new Part.Keyword(Places.of(node), node.arg, read(node.value));
    }

    private Expression plain(ExprTy node, Position at) {
        return switch (node) {
            case ExprTy.Constant n -> new Expression.Constant(at, ConstantReader.read(n.value, at));
            case ExprTy.Name n -> new Expression.Name(at, n.id, access(n.context));
            case ExprTy.Attribute n -> new Expression.Attribute(at, read(n.value), n.attr, access(n.context));
            case ExprTy.Subscript n -> {
                NewerSyntax.refuseStar(n, at);
                yield new Expression.Subscript(at, read(n.value), read(n.slice), access(n.context));
            }
            case ExprTy.Slice n -> new Expression.Slice(at, maybe(n.lower), maybe(n.upper), maybe(n.step));
            case ExprTy.Starred n -> new Expression.Starred(at, read(n.value));
            case ExprTy.Call n -> new Expression.Call(at, read(n.func), all(n.args), map(n.keywords, this::keyword));
            case ExprTy.NamedExpr n -> new Expression.NamedValue(at, read(n.target), read(n.value));
            case ExprTy.Lambda n -> new Expression.Lambda(at, parameters(n.args, at), read(n.body));
            case ExprTy.IfExp n -> new Expression.Conditional(at, read(n.test), read(n.body), read(n.orElse));
            case ExprTy.Await n -> new Expression.Await(at, read(n.value));
            case ExprTy.Yield n -> new Expression.Yield(at, maybe(n.value));
            case ExprTy.YieldFrom n -> new Expression.YieldFrom(at, read(n.value));
            case ExprTy.JoinedStr n -> new Expression.JoinedString(at, all(n.values));
            case ExprTy.FormattedValue n ->
                new Expression.Formatted(
                        at, read(n.value), n.conversion <= 0 ? ' ' : (char) n.conversion, maybe(n.formatSpec));
            default -> operation(node, at);
        };
    }

    private Expression operation(ExprTy node, Position at) {
        return switch (node) {
            case ExprTy.BoolOp n -> new Expression.BoolOperation(at, Operators.of(n.op), all(n.values));
            case ExprTy.BinOp n -> new Expression.BinaryOperation(at, read(n.left), Operators.of(n.op), read(n.right));
            case ExprTy.UnaryOp n -> new Expression.UnaryOperation(at, Operators.of(n.op), read(n.operand));
            case ExprTy.Compare n ->
                new Expression.Comparison(at, read(n.left), map(n.ops, Operators::of), all(n.comparators));
            default -> display(node, at);
        };
    }

    private Expression display(ExprTy node, Position at) {
        return switch (node) {
            case ExprTy.List n -> new Expression.ListDisplay(at, all(n.elements));
            case ExprTy.Tuple n -> new Expression.TupleDisplay(at, all(n.elements));
            case ExprTy.Set n -> new Expression.SetDisplay(at, all(n.elements));
            case ExprTy.Dict n -> new Expression.DictDisplay(at, entries(n));
            case ExprTy.ListComp n ->
                new Expression.Comprehended(at, Kind.LIST, read(n.element), map(n.generators, this::loop));
            case ExprTy.SetComp n ->
                new Expression.Comprehended(at, Kind.SET, read(n.element), map(n.generators, this::loop));
            case ExprTy.GeneratorExp n ->
                new Expression.Comprehended(at, Kind.GENERATOR, read(n.element), map(n.generators, this::loop));
            case ExprTy.DictComp n ->
                new Expression.DictComprehended(at, read(n.key), read(n.value), map(n.generators, this::loop));
            default -> throw new IllegalStateException("unknown expression " + node.getClass());
        };
    }

    private List<Part.Entry> entries(ExprTy.Dict node) {
        int count = node.values == null ? 0 : node.values.length;
        return IntStream.range(0, count)
                .mapToObj(i -> new Part.Entry(
                        Places.of(node.keys[i] == null ? node.values[i] : node.keys[i]),
                        maybe(node.keys[i]),
                        read(node.values[i])))
                .toList();
    }

    private Part.Comprehension loop(ComprehensionTy node) {
        return new Part.Comprehension(
                Places.of(node.target), read(node.target), read(node.iter), all(node.ifs), node.isAsync);
    }

    private static Access access(@Nullable ExprContextTy context) {
        if (context == ExprContextTy.Store) {
            return Access.STORE;
        }
        return context == ExprContextTy.Del ? Access.DELETE : Access.LOAD;
    }
}
