package io.crewsmith.python;

import static io.crewsmith.python.Lists.map;

import com.oracle.graal.python.pegparser.sst.StmtTy;
import com.oracle.graal.python.pegparser.sst.TypeParamTy;
import io.crewsmith.python.tree.Position;
import io.crewsmith.python.tree.Statement;
import org.jspecify.annotations.Nullable;

/** Turns borrowed definitions into ours; type parameters and type statements came with Python 3.12. */
final class DefinitionReader {

    private final StatementReader statements;
    private final ExpressionReader expressions;

    DefinitionReader(StatementReader statements, ExpressionReader expressions) {
        this.statements = statements;
        this.expressions = expressions;
    }

    Statement read(StmtTy node, Position at) {
        return switch (node) {
            case StmtTy.FunctionDef n -> {
                refuse(n.typeParams, at);
                yield new Statement.FunctionDef(
                        at,
                        false,
                        n.name,
                        expressions.parameters(n.args, at),
                        statements.all(n.body),
                        expressions.all(n.decoratorList),
                        expressions.maybe(n.returns));
            }
            case StmtTy.AsyncFunctionDef n -> {
                refuse(n.typeParams, at);
                yield new Statement.FunctionDef(
                        at,
                        true,
                        n.name,
                        expressions.parameters(n.args, at),
                        statements.all(n.body),
                        expressions.all(n.decoratorList),
                        expressions.maybe(n.returns));
            }
            case StmtTy.ClassDef n -> {
                refuse(n.typeParams, at);
                yield new Statement.ClassDef(
                        at,
                        n.name,
                        expressions.all(n.bases),
                        map(n.keywords, expressions::keyword),
                        statements.all(n.body),
                        expressions.all(n.decoratorList));
            }
            case StmtTy.TypeAlias _ -> throw NewerSyntax.refusal("Type statement is", "3.12", at);
            default -> throw new IllegalStateException("unknown statement " + node.getClass());
        };
    }

    private static void refuse(TypeParamTy @Nullable [] typeParameters, Position at) {
        if (typeParameters != null && typeParameters.length > 0) {
            throw NewerSyntax.refusal("Type parameter lists are", "3.12", at);
        }
    }
}
