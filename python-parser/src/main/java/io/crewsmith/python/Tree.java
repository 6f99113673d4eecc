package io.crewsmith.python;

import com.oracle.graal.python.pegparser.sst.AliasTy;
import com.oracle.graal.python.pegparser.sst.ArgTy;
import com.oracle.graal.python.pegparser.sst.ArgumentsTy;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.KeywordTy;
import com.oracle.graal.python.pegparser.sst.ModTy;
import com.oracle.graal.python.pegparser.sst.SSTNode;
import com.oracle.graal.python.pegparser.sst.StmtTy;
import com.oracle.graal.python.pegparser.tokenizer.SourceRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns the internal tree into ours, and holds it to the limits that can only be seen in a tree. */
final class Tree {

    private static final int MAX_DEPTH = 150;

    private int depth;

    Node.Module module(ModTy.Module module) {
        return new Node.Module(nodes(module.body), new Position(1, 1));
    }

    private List<Node> nodes(SSTNode @Nullable [] nodes) {
        return nodes == null
                ? List.of()
                : Arrays.stream(nodes).filter(Objects::nonNull).map(this::node).toList();
    }

    private @Nullable Node optional(@Nullable SSTNode node) {
        return node == null ? null : node(node);
    }

    private Node node(SSTNode node) {
        Position at = at(node);
        if (++depth > MAX_DEPTH) {
            throw new RefusedSource(new Refusal(
                    "too-deep", at, "Nested more than %d levels deep; flatten the expression".formatted(MAX_DEPTH)));
        }
        TreeReader.names(node).forEach(name -> requireAscii(name, at));
        Node read = switch (node) {
            case ExprTy expression -> expression(expression, at);
            case StmtTy statement -> statement(statement, at);
            case ArgumentsTy arguments -> parameters(arguments, at);
            case ArgTy argument -> parameter(argument, at);
            case KeywordTy keyword -> keyword(keyword, at);
            case AliasTy alias -> new Node.Alias(alias.name, alias.asName, at);
            default -> other(node, at);
        };
        depth--;
        return read;
    }

    private Node expression(ExprTy node, Position at) {
        return switch (node) {
            case ExprTy.Name name -> new Node.Name(name.id, at);
            case ExprTy.Attribute attribute -> new Node.Attribute(node(attribute.value), attribute.attr, at);
            case ExprTy.Call call -> new Node.Call(node(call.func), nodes(call.args), keywords(call.keywords), at);
            case ExprTy.Constant constant -> Constants.node(constant.value, at);
            case ExprTy.JoinedStr joined -> new Node.JoinedStr(nodes(joined.values), at);
            case ExprTy.Subscript subscript -> new Node.Subscript(node(subscript.value), node(subscript.slice), at);
            default -> other(node, at);
        };
    }

    private Node statement(StmtTy node, Position at) {
        return switch (node) {
            case StmtTy.Import one -> new Node.Import(aliases(one.names), at);
            case StmtTy.ImportFrom from -> new Node.ImportFrom(from.module, aliases(from.names), from.level, at);
            case StmtTy.Assign assign -> new Node.Assign(nodes(assign.targets), node(assign.value), at);
            case StmtTy.AnnAssign assign ->
                new Node.AnnAssign(node(assign.target), node(assign.annotation), optional(assign.value), at);
            case StmtTy.FunctionDef def -> {
                refuseTypeParameters(def.typeParams, at);
                yield function(def.name, false, def.decoratorList, def.args, def.returns, def.body, at);
            }
            case StmtTy.AsyncFunctionDef def -> {
                refuseTypeParameters(def.typeParams, at);
                yield function(def.name, true, def.decoratorList, def.args, def.returns, def.body, at);
            }
            case StmtTy.ClassDef def -> {
                refuseTypeParameters(def.typeParams, at);
                yield new Node.ClassDef(
                        def.name,
                        nodes(def.decoratorList),
                        nodes(def.bases),
                        keywords(def.keywords),
                        nodes(def.body),
                        at);
            }
            case StmtTy.TypeAlias alias -> throw newerSyntax(at);
            default -> other(node, at);
        };
    }

    private Node function(
            String name,
            boolean isAsync,
            SSTNode @Nullable [] decorators,
            ArgumentsTy args,
            @Nullable SSTNode returns,
            SSTNode[] body,
            Position at) {
        return new Node.FunctionDef(
                name, isAsync, nodes(decorators), parameters(args, at), optional(returns), nodes(body), at);
    }

    private Node.Parameters parameters(@Nullable ArgumentsTy arguments, Position at) {
        List<Node.Parameter> all = new ArrayList<>();
        List<Node> defaults = new ArrayList<>();
        if (arguments != null) {
            for (SSTNode child : TreeReader.children(arguments)) {
                switch (node(child)) {
                    case Node.Parameter parameter -> all.add(parameter);
                    case Node value -> defaults.add(value);
                }
            }
        }
        return new Node.Parameters(List.copyOf(all), List.copyOf(defaults), at);
    }

    private Node.Parameter parameter(ArgTy argument, Position at) {
        return new Node.Parameter(argument.arg, optional(argument.annotation), at);
    }

    private Node.Keyword keyword(KeywordTy keyword, Position at) {
        return new Node.Keyword(keyword.arg, node(keyword.value), at);
    }

    private List<Node.Keyword> keywords(KeywordTy @Nullable [] keywords) {
        return nodes(keywords).stream().map(Node.Keyword.class::cast).toList();
    }

    private List<Node.Alias> aliases(AliasTy[] aliases) {
        return nodes(aliases).stream().map(Node.Alias.class::cast).toList();
    }

    private Node other(SSTNode node, Position at) {
        List<Node> children = new ArrayList<>();
        TreeReader.constants(node).forEach(constant -> children.add(Constants.node(constant, at)));
        TreeReader.children(node).forEach(child -> children.add(node(child)));
        return new Node.Other(TreeReader.kind(node), TreeReader.names(node), List.copyOf(children), at);
    }

    private static void refuseTypeParameters(SSTNode @Nullable [] typeParameters, Position at) {
        if (typeParameters != null && typeParameters.length > 0) {
            throw newerSyntax(at);
        }
    }

    private static RefusedSource newerSyntax(Position at) {
        return new RefusedSource(
                new Refusal(Refusal.SYNTAX, at, "Type parameters need Python 3.12; the target is Python 3.11"));
    }

    private static void requireAscii(String name, Position at) {
        if (!name.chars().allMatch(c -> c < 0x80)) {
            throw new RefusedSource(new Refusal(
                    "non-ascii-identifier",
                    at,
                    "Identifier '%s' is not ASCII; Python may read it as another name".formatted(name)));
        }
    }

    private static Position at(SSTNode node) {
        SourceRange range = node.getSourceRange();
        return range == null || range.startLine < 1
                ? Position.WHOLE_FILE
                : new Position(range.startLine, Math.max(0, range.startColumn + 1));
    }
}
