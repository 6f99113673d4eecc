package io.crewsmith.reader;

import io.crewsmith.python.tree.Expression;
import java.util.Optional;

/** How a crew names an agent: {@code self.agents.market_analyst} is market-analyst. */
final class AgentReference {

    private AgentReference() {}

    static Optional<String> key(Expression expression) {
        return expression instanceof Expression.Attribute(var at, Expression.Attribute group, String name, var access)
                        && group.object() instanceof Expression.Name self
                        && self.id().equals("self")
                        && (group.name().equals("agents") || group.name().equals("managers"))
                ? Optional.of(name.replace('_', '-'))
                : Optional.empty();
    }
}
