package io.crewsmith.reader.proof;

import io.crewsmith.python.ParseResult;
import io.crewsmith.python.PythonParser;
import io.crewsmith.python.tree.Statement;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.List;

/** Reads the parts of expected trees that are the same for every configuration. */
final class Skeleton {

    /** Read once in the life of a process, and however busy its machine is, read it must be. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final List<Class<?>> OWNERS = List.of(
            AgentBlueprint.class,
            AgentTestBlueprint.class,
            Assertions.class,
            CrewBlueprint.class,
            CrewTestBlueprint.class);

    private Skeleton() {}

    /**
     * Reads them all now. A proof may be given up and interrupted: a class that was just being made then would be broken
     * for the rest of the process.
     */
    static void readAll() {
        var lookup = MethodHandles.lookup();
        for (Class<?> owner : OWNERS) {
            try {
                lookup.ensureInitialized(owner);
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException("all of them are in this package", impossible);
            }
        }
    }

    /** Statements of a module. */
    static List<Statement> statements(String code) {
        try (var parser = new PythonParser(PATIENCE, 1)) {
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
