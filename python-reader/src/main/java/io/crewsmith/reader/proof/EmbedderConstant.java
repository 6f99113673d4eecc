package io.crewsmith.reader.proof;

import io.crewsmith.python.tree.Access;
import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Statement;
import java.util.List;

/** {@code NAME: dict[str, Any] = …}. */
final class EmbedderConstant {

    private EmbedderConstant() {}

    static Statement of(String name, Expression dict) {
        Expression types = new Expression.TupleDisplay(Syntax.NOWHERE, List.of(Syntax.name("str"), Syntax.name("Any")));
        return new Statement.AnnotatedAssign(
                Syntax.NOWHERE,
                new Expression.Name(Syntax.NOWHERE, name, Access.STORE),
                new Expression.Subscript(Syntax.NOWHERE, Syntax.name("dict"), types, Access.LOAD),
                dict);
    }
}
