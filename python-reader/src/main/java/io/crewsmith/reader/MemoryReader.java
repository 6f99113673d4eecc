package io.crewsmith.reader;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Part.Keyword;
import io.crewsmith.python.tree.PythonValue;
import java.util.List;
import java.util.Map;

/** Reads the memory of an agent, which CrewAI 1.3.0 keeps in the agent's crew. */
final class MemoryReader {

    private static final Map<String, String> CLASSES = Map.of(
            "short_term_memory", "ShortTermMemory",
            "long_term_memory", "LongTermMemory",
            "entity_memory", "EntityMemory");
    /** What a crew of one agent says besides. */
    private static final List<String> FRAME = List.of("agents", "tasks", "process", "verbose");

    private final Scope scope;
    private final Gathering gathering;

    MemoryReader(Scope scope, Gathering gathering) {
        this.scope = scope;
        this.gathering = gathering;
    }

    void read(Expression.Call crew) {
        for (Keyword keyword : crew.keywords()) {
            String name = String.valueOf(keyword.name());
            if (name.equals("memory")) {
                all(keyword.value());
            } else if (CLASSES.containsKey(name)) {
                one(name, keyword.value());
            } else if (name.equals("embedder")) {
                embedder(keyword.value());
            } else if (!FRAME.contains(name)) {
                gathering.unread(keyword, "no parameter of an agent says %s of its Crew".formatted(name));
            }
        }
    }

    private void all(Expression value) {
        if (value instanceof Expression.Constant(var at, PythonValue.Bool(boolean on))) {
            if (on) {
                CLASSES.keySet().stream().sorted().forEach(name -> enabled(name, value));
            }
        } else {
            gathering.unread(value, "/memory_enabled: it is neither True nor False");
        }
    }

    private void one(String name, Expression value) {
        if (scope.isCall(value, "crewai.memory." + CLASSES.get(name))) {
            enabled(name, value);
        } else {
            gathering.unread(value, "/memory_config: only %s(…) can be configured".formatted(CLASSES.get(name)));
        }
    }

    private void enabled(String memory, Expression value) {
        if (!gathering.has("/memory_enabled")) {
            gathering.put("/memory_enabled", true, value);
        }
        gathering.put("/memory_config/%s_enabled".formatted(memory.replace("_memory", "")), true, value);
    }

    /** The agent's own embedder says nothing new; another one is the memory's. */
    private void embedder(Expression value) {
        if (!(value instanceof Expression.Name name && name.id().equals("EMBEDDER"))) {
            new EmbedderReader(scope, gathering).read("/memory_config/embedder_", value);
        }
    }
}
