package io.crewsmith.reader.proof;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Part.Keyword;
import io.crewsmith.python.tree.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements of generated unit tests. */
final class Assertions {

    static final Statement DOCSTRING = Skeleton.statements("\"\"\"What was configured is what CrewAI has.\"\"\"\n")
            .getFirst();

    private final Blueprint blueprint;

    Assertions(Blueprint blueprint) {
        this.blueprint = blueprint;
    }

    /** {@code self.made = SimpleNamespace(what)}. */
    static Statement setUp(Keyword what) {
        Statement made = Syntax.assign("self.made", Syntax.call("SimpleNamespace", List.of(what)));
        return Syntax.method("setUp", Syntax.none(), List.of(made));
    }

    Statement equal(String pointer, @Nullable Object value, Expression actual) {
        return equal(pointer, blueprint.literal(pointer, value), actual);
    }

    Statement equal(String pointer, Expression value, Expression actual) {
        return blueprint.saying(pointer, Syntax.statement(Syntax.call("self.assertEqual", value, actual)));
    }

    Statement in(Expression part, Expression whole, String pointer) {
        return blueprint.saying(pointer, Syntax.statement(Syntax.call("self.assertIn", part, whole)));
    }
}
