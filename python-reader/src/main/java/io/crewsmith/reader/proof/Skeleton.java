package io.crewsmith.reader.proof;

import io.crewsmith.python.ParseResult;
import io.crewsmith.python.PythonParser;
import io.crewsmith.python.tree.Statement;
import java.util.List;

/** Reads the parts of expected trees that are the same for every configuration. */
final class Skeleton {

    private Skeleton() {}

    /** Statements of a module. */
    static List<Statement> statements(String code) {
        try (var parser = new PythonParser()) {
            return switch (parser.parse(code)) {
                case ParseResult.Parsed parsed -> parsed.tree().body();
                case ParseResult.Refused refused ->
                    throw new IllegalStateException("a skeleton is no Python: " + refused.refusals());
            };
        }
    }

    /** What is inside the one class of this code. */
    static List<Statement> members(String code) {
        return statements(code).getFirst() instanceof Statement.ClassDef type ? type.body() : List.of();
    }
}
