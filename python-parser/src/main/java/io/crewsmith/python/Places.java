package io.crewsmith.python;

import com.oracle.graal.python.pegparser.sst.SSTNode;
import com.oracle.graal.python.pegparser.tokenizer.SourceRange;
import io.crewsmith.python.tree.Position;
import org.jspecify.annotations.Nullable;

/** The borrowed parser counts columns from 0; we count from 1. */
final class Places {

    private Places() {}

    static Position of(@Nullable SourceRange range) {
        if (range == null) {
            return Position.START;
        }
        return new Position(Math.max(1, range.startLine), Math.max(1, range.startColumn + 1));
    }

    static Position of(SSTNode node) {
        return of(node.getSourceRange());
    }
}
