package io.crewsmith.python;

import static io.crewsmith.python.Lists.map;

import com.oracle.graal.python.pegparser.sst.PatternTy;
import io.crewsmith.python.tree.Pattern;
import io.crewsmith.python.tree.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns borrowed patterns into ours. */
final class PatternReader {

    private final Levels levels;
    private final ExpressionReader expressions;

    PatternReader(Levels levels, ExpressionReader expressions) {
        this.levels = levels;
        this.expressions = expressions;
    }

    Pattern read(PatternTy node) {
        var at = Places.of(node);
        return levels.below(at, () -> plain(node, at));
    }

    private List<Pattern> all(PatternTy @Nullable [] nodes) {
        return map(nodes, this::read);
    }

    private Pattern plain(PatternTy node, Position at) {
        return switch (node) {
            case PatternTy.MatchValue n -> new Pattern.MatchValue(at, expressions.read(n.value));
            case PatternTy.MatchSingleton n -> new Pattern.MatchSingleton(at, ConstantReader.read(n.value, at));
            case PatternTy.MatchSequence n -> new Pattern.MatchSequence(at, all(n.patterns));
            case PatternTy.MatchMapping n ->
                new Pattern.MatchMapping(at, expressions.all(n.keys), all(n.patterns), n.rest);
            case PatternTy.MatchClass n ->
                new Pattern.MatchClass(
                        at, expressions.read(n.cls), all(n.patterns), map(n.kwdAttrs, a -> a), all(n.kwdPatterns));
            case PatternTy.MatchStar n -> new Pattern.MatchStar(at, n.name);
            case PatternTy.MatchAs n -> new Pattern.MatchAs(at, n.pattern == null ? null : read(n.pattern), n.name);
            case PatternTy.MatchOr n -> new Pattern.MatchOr(at, all(n.patterns));
            default -> throw new IllegalStateException("unknown pattern " + node.getClass());
        };
    }
}
