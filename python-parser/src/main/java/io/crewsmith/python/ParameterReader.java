package io.crewsmith.python;

import com.oracle.graal.python.pegparser.sst.ArgTy;
import com.oracle.graal.python.pegparser.sst.ArgumentsTy;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import io.crewsmith.python.tree.Part;
import io.crewsmith.python.tree.Part.Parameter.Kind;
import io.crewsmith.python.tree.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives every parameter its own default; the borrowed tree keeps them in lists of their own. */
final class ParameterReader {

    private final ExpressionReader expressions;

    ParameterReader(ExpressionReader expressions) {
        this.expressions = expressions;
    }

    Part.Parameters read(@Nullable ArgumentsTy node, Position at) {
        var all = new ArrayList<Part.Parameter>();
        if (node != null) {
            positional(node, all);
            NewerSyntax.refuseStar(node.varArg);
            single(node.varArg, Kind.VAR_POSITIONAL, all);
            for (int i = 0; i < length(node.kwOnlyArgs); i++) {
                all.add(parameter(node.kwOnlyArgs[i], Kind.KEYWORD_ONLY, node.kwDefaults[i]));
            }
            single(node.kwArg, Kind.VAR_KEYWORD, all);
        }
        return new Part.Parameters(all.isEmpty() ? at : all.getFirst().at(), all);
    }

    private void positional(ArgumentsTy node, List<Part.Parameter> all) {
        int only = length(node.posOnlyArgs);
        int count = only + length(node.args);
        int firstDefault = count - length(node.defaults);
        for (int i = 0; i < count; i++) {
            var argument = i < only ? node.posOnlyArgs[i] : node.args[i - only];
            var kind = i < only ? Kind.POSITIONAL_ONLY : Kind.POSITIONAL_OR_KEYWORD;
            all.add(parameter(argument, kind, i < firstDefault ? null : node.defaults[i - firstDefault]));
        }
    }

    private void single(@Nullable ArgTy argument, Kind kind, List<Part.Parameter> all) {
        if (argument != null) {
            all.add(parameter(argument, kind, null));
        }
    }

    private Part.Parameter parameter(ArgTy argument, Kind kind, @Nullable ExprTy defaultValue) {
        return new Part.Parameter(
                Places.of(argument),
                kind,
                argument.arg,
                expressions.maybe(argument.annotation),
                expressions.maybe(defaultValue));
    }

    private static int length(Object @Nullable [] array) {
        return array == null ? 0 : array.length;
    }
}
