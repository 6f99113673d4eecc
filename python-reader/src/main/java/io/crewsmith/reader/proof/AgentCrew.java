package io.crewsmith.reader.proof;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Part.Keyword;
import io.crewsmith.python.tree.Part.Parameter;
import io.crewsmith.python.tree.Part.Parameters;
import io.crewsmith.python.tree.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The crew of one that a module runs its agent in; the agent's memory belongs to it. */
final class AgentCrew {

    /** Memories by keyword, sorted, with their classes. */
    private static final Map<String, String> MEMORIES = new LinkedHashMap<>();

    static {
        MEMORIES.put("entity", "EntityMemory");
        MEMORIES.put("long_term", "LongTermMemory");
        MEMORIES.put("short_term", "ShortTermMemory");
    }

    private final Expected expected;
    private final Blueprint blueprint;

    AgentCrew(Expected expected, Blueprint blueprint) {
        this.expected = expected;
        this.blueprint = blueprint;
    }

    void addTo(Imports imports) {
        if (remembered().size() < MEMORIES.size()) {
            remembered().forEach(kind -> imports.add("crewai.memory", MEMORIES.getOrDefault(kind, kind)));
        }
    }

    Statement method() {
        Expression list = Syntax.list(List.of(Syntax.name("self.agent")));
        List<Keyword> keywords = new ArrayList<>();
        keywords.add(Syntax.keyword("agents", list));
        keywords.add(Syntax.keyword("tasks", Syntax.list(List.of(Syntax.name("task")))));
        keywords.add(Syntax.keyword("process", Syntax.name("Process.sequential")));
        memory(keywords);
        keywords.add(blueprint.keyword("verbose", "/verbose", expected.get("/verbose")));
        return Syntax.method(
                "_create_crew",
                new Parameters(
                        Syntax.NOWHERE,
                        List.of(
                                parameter("self"),
                                new Parameter(
                                        Syntax.NOWHERE,
                                        Parameter.Kind.POSITIONAL_OR_KEYWORD,
                                        "task",
                                        Syntax.name("Task"),
                                        null))),
                Syntax.name("Crew"),
                List.of(new Statement.Return(Syntax.NOWHERE, Syntax.call("Crew", keywords))));
    }

    private static Parameter parameter(String name) {
        return new Parameter(Syntax.NOWHERE, Parameter.Kind.POSITIONAL_OR_KEYWORD, name, null, null);
    }

    private void memory(List<Keyword> keywords) {
        List<String> kinds = remembered();
        if (kinds.isEmpty()) {
            return;
        }
        if (kinds.size() == MEMORIES.size()) {
            keywords.add(blueprint.keyword("memory", "/memory_enabled", true));
        } else {
            kinds.forEach(
                    kind -> keywords.add(blueprint.saying("/memory_config/%s_enabled".formatted(kind), one(kind))));
        }
        String embedder = embedder();
        if (!embedder.isEmpty()) {
            keywords.add(blueprint.saying(pointer(), Syntax.keyword("embedder", Syntax.name(embedder))));
        }
    }

    private Keyword one(String kind) {
        String type = MEMORIES.getOrDefault(kind, kind);
        boolean embeds = !kind.equals("long_term") && !embedder().isEmpty();
        List<Keyword> settings = embeds
                ? List.of(blueprint.saying(pointer(), Syntax.keyword("embedder_config", Syntax.name(embedder()))))
                : List.of();
        return Syntax.keyword(kind + "_memory", Syntax.call(type, settings));
    }

    private List<String> remembered() {
        return MEMORIES.keySet().stream()
                .filter(kind -> expected.has("/memory_config/%s_enabled".formatted(kind)))
                .toList();
    }

    /** The memory's own, else the agent's, else none. */
    private String embedder() {
        if (expected.has("/memory_config/embedder_provider")) {
            return "MEMORY_EMBEDDER";
        }
        return expected.has("/embedder_config/provider") ? "EMBEDDER" : "";
    }

    private String pointer() {
        return expected.has("/memory_config/embedder_provider")
                ? "/memory_config/embedder_provider"
                : "/embedder_config/provider";
    }
}
