package io.crewsmith.reader;

import io.crewsmith.catalogue.Catalogue;
import io.crewsmith.catalogue.Tool;
import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Part.Keyword;
import io.crewsmith.reader.Literals.NoLiteral;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows the tools of the registry by how code makes them. */
final class Tools {

    private final Map<Made, String> keys = new HashMap<>();

    Tools(Catalogue catalogue) {
        for (Tool tool : catalogue.tools()) {
            var made = new Made(tool.module() + "." + tool.type(), Map.copyOf(tool.arguments()));
            if (keys.putIfAbsent(made, tool.key()) != null) {
                throw new IllegalArgumentException("Two tools are made alike: " + tool.key());
            }
        }
    }

    private record Made(String type, Map<String, ? extends @Nullable Object> arguments) {}

    /** Puts the key of each tool of a list at the pointer and its number. */
    void read(String pointer, Expression list, Scope scope, Gathering gathering) {
        List<Expression> elements = gathering.elements(list, pointer);
        int index = 0;
        for (Expression element : elements) {
            Optional<String> key = key(element, scope);
            if (key.isPresent()) {
                gathering.put(pointer + "/" + index++, key.get(), element);
            } else {
                gathering.unread(element, "%s: the registry has no tool that is made like this".formatted(pointer));
            }
        }
    }

    private Optional<String> key(Expression element, Scope scope) {
        if (!(element instanceof Expression.Call call) || !call.arguments().isEmpty()) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        for (Keyword keyword : call.keywords()) {
            try {
                arguments.put(String.valueOf(keyword.name()), Literals.value(keyword.value()));
            } catch (NoLiteral e) {
                return Optional.empty();
            }
        }
        return Optional.ofNullable(keys.get(new Made(scope.fullName(call.function()), arguments)));
    }
}
