package io.crewsmith.reader.proof;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Tool;
import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Part.Keyword;
import java.util.ArrayList;
import java.util.List;

/** Calls that make tools, by the registry. */
final class ToolCalls {

    private final Catalogue catalogue;
    private final Blueprint blueprint;

    ToolCalls(Catalogue catalogue, Blueprint blueprint) {
        this.catalogue = catalogue;
        this.blueprint = blueprint;
    }

    /** The keyword {@code tools=[…]}; none where there are no tools. */
    List<Keyword> keyword(String pointer, List<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        List<Expression> calls = new ArrayList<>();
        for (String key : keys) {
            Tool tool = catalogue.tool(key);
            List<Keyword> arguments = tool.arguments().entrySet().stream()
                    .map(argument -> Syntax.keyword(argument.getKey(), Syntax.literal(argument.getValue())))
                    .toList();
            calls.add(blueprint.saying(pointer + "/" + calls.size(), Syntax.call(tool.type(), arguments)));
        }
        return List.of(blueprint.saying(pointer, Syntax.keyword("tools", Syntax.list(calls))));
    }

    /** What they need. */
    void addTo(Imports imports, List<String> keys) {
        keys.stream().map(catalogue::tool).forEach(tool -> imports.add(tool.module(), tool.type()));
    }
}
