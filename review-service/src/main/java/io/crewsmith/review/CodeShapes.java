package io.crewsmith.review;

import io.crewsmith.events.v1.SourceFile;
import io.crewsmith.python.ParseResult.Parsed;
import io.crewsmith.python.ParseResult.Refused;
import io.crewsmith.python.PythonParser;
import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Expression.Attribute;
import io.crewsmith.python.tree.Expression.Call;
import io.crewsmith.python.tree.Expression.Name;
import io.crewsmith.python.tree.Node;
import io.crewsmith.python.tree.Statement.Import;
import io.crewsmith.python.tree.Statement.ImportFrom;
import io.crewsmith.review.model.CodeShape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what code imports and calls. */
final class CodeShapes {

    private final PythonParser parser;

    CodeShapes(PythonParser parser) {
        this.parser = parser;
    }

    /** Null where a Python file could not be read, so that nobody may take it for harmless. */
    @Nullable
    CodeShape of(List<SourceFile> files) {
        Set<String> imports = new HashSet<>();
        Set<String> calls = new HashSet<>();
        for (SourceFile file : files) {
            if (file.getPath().endsWith(".py")) {
                switch (parser.parse(file.getContent())) {
                    case Parsed(var tree) -> tree.walk(node -> collect(node, imports, calls));
                    case Refused _ -> {
                        return null;
                    }
                }
            }
        }
        return new CodeShape(imports, calls);
    }

    private static void collect(Node node, Set<String> imports, Set<String> calls) {
        switch (node) {
            case Import statement -> statement.names().forEach(alias -> imports.add(alias.name()));
            case ImportFrom statement ->
                statement.names().forEach(alias -> imports.add(module(statement) + alias.name()));
            case Call call -> calls.add(name(call.function()));
            default -> {}
        }
    }

    private static String module(ImportFrom statement) {
        String dots = ".".repeat(statement.level());
        return statement.module() == null ? dots : dots + statement.module() + ".";
    }

    private static String name(Expression function) {
        return switch (function) {
            case Name(var at, String id, var access) -> id;
            case Attribute(var at, Expression object, String attribute, var access) ->
                "%s.%s".formatted(name(object), attribute);
            default -> "(…)";
        };
    }
}
