package io.crewsmith.python.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows every node's children, once for all kinds of traversal. */
final class Children {

    private Children() {}

    static List<Node> of(Node node) {
        return switch (node) {
            case PythonModule n -> all(n.body());
            case Statement n -> of(n);
            case Expression n -> of(n);
            case Pattern n -> of(n);
            case Part n -> of(n);
        };
    }

    private static List<Node> of(Statement statement) {
        return switch (statement) {
            case Statement.FunctionDef n -> all(n.parameters(), n.body(), n.decorators(), n.returns());
            case Statement.ClassDef n -> all(n.bases(), n.keywords(), n.body(), n.decorators());
            case Statement.Return n -> all(n.value());
            case Statement.Delete n -> all(n.targets());
            case Statement.Assign n -> all(n.targets(), n.value());
            case Statement.AugmentedAssign n -> all(n.target(), n.value());
            case Statement.AnnotatedAssign n -> all(n.target(), n.annotation(), n.value());
            case Statement.For n -> all(n.target(), n.iterable(), n.body(), n.otherwise());
            case Statement.While n -> all(n.test(), n.body(), n.otherwise());
            case Statement.If n -> all(n.test(), n.body(), n.otherwise());
            case Statement.With n -> all(n.items(), n.body());
            case Statement.Match n -> all(n.subject(), n.cases());
            case Statement.Raise n -> all(n.exception(), n.cause());
            case Statement.Try n -> all(n.body(), n.handlers(), n.otherwise(), n.finals());
            case Statement.Assert n -> all(n.test(), n.message());
            case Statement.Import n -> all(n.names());
            case Statement.ImportFrom n -> all(n.names());
            case Statement.ExpressionStatement n -> all(n.value());
            case Statement.Global _, Statement.Nonlocal _ -> List.of();
            case Statement.Pass _, Statement.Break _, Statement.Continue _ -> List.of();
        };
    }

    private static List<Node> of(Expression expression) {
        return switch (expression) {
            case Expression.Constant _, Expression.Name _ -> List.of();
            case Expression.JoinedString n -> all(n.parts());
            case Expression.Formatted n -> all(n.value(), n.format());
            case Expression.Attribute n -> all(n.object());
            case Expression.Subscript n -> all(n.object(), n.index());
            case Expression.Slice n -> all(n.lower(), n.upper(), n.step());
            case Expression.Starred n -> all(n.value());
            case Expression.Call n -> all(n.function(), n.arguments(), n.keywords());
            case Expression.NamedValue n -> all(n.target(), n.value());
            case Expression.Lambda n -> all(n.parameters(), n.body());
            case Expression.Conditional n -> all(n.test(), n.body(), n.otherwise());
            case Expression.BoolOperation n -> all(n.values());
            case Expression.BinaryOperation n -> all(n.left(), n.right());
            case Expression.UnaryOperation n -> all(n.operand());
            case Expression.Comparison n -> all(n.left(), n.comparators());
            case Expression.ListDisplay n -> all(n.elements());
            case Expression.TupleDisplay n -> all(n.elements());
            case Expression.SetDisplay n -> all(n.elements());
            case Expression.DictDisplay n -> all(n.entries());
            case Expression.Comprehended n -> all(n.element(), n.loops());
            case Expression.DictComprehended n -> all(n.key(), n.value(), n.loops());
            case Expression.Await n -> all(n.value());
            case Expression.Yield n -> all(n.value());
            case Expression.YieldFrom n -> all(n.value());
        };
    }

    private static List<Node> of(Pattern pattern) {
        return switch (pattern) {
            case Pattern.MatchValue n -> all(n.value());
            case Pattern.MatchSequence n -> all(n.patterns());
            case Pattern.MatchMapping n -> all(n.keys(), n.patterns());
            case Pattern.MatchClass n -> all(n.type(), n.patterns(), n.attributePatterns());
            case Pattern.MatchAs n -> all(n.pattern());
            case Pattern.MatchOr n -> all(n.patterns());
            case Pattern.MatchSingleton _, Pattern.MatchStar _ -> List.of();
        };
    }

    private static List<Node> of(Part part) {
        return switch (part) {
            case Part.Parameters n -> all(n.all());
            case Part.Parameter n -> all(n.annotation(), n.defaultValue());
            case Part.Keyword n -> all(n.value());
            case Part.Entry n -> all(n.key(), n.value());
            case Part.Comprehension n -> all(n.target(), n.iterable(), n.conditions());
            case Part.Handler n -> all(n.type(), n.body());
            case Part.Alias _ -> List.of();
            case Part.WithItem n -> all(n.manager(), n.target());
            case Part.Case n -> all(n.pattern(), n.guard(), n.body());
        };
    }

    private static List<Node> all(@Nullable Object... parts) {
        var children = new ArrayList<Node>();
        for (Object part : parts) {
            if (part instanceof Node node) {
                children.add(node);
            } else if (part instanceof List<?> list) {
                list.forEach(element -> children.add((Node) element));
            }
        }
        return Collections.unmodifiableList(children);
    }
}
