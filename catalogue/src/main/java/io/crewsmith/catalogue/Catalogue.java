package io.crewsmith.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters, tools and reserved names of one target version. */
public final class Catalogue {

    /** What a key of an agent looks like. */
    public static final String AGENT_KEY = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private final String target;
    private final List<Parameter> agent;
    private final Map<String, Tool> tools;
    private final ValueRules rules;

    /**
     * A catalogue from its data.
     *
     * @param target for example crewai-1.3.0
     * @param agent the parameters of an agent
     * @param tools the registry of tools
     * @param reservedKeys keys that no agent may have
     */
    public Catalogue(String target, List<Parameter> agent, List<Tool> tools, Set<String> reservedKeys) {
        this.target = target;
        this.agent = List.copyOf(agent);
        this.tools = tools.stream().collect(Collectors.toMap(Tool::key, Function.identity()));
        this.rules = new ValueRules(new TextRules(this.tools.keySet(), reservedKeys));
    }

    public String target() {
        return target;
    }

    public List<Parameter> agentParameters() {
        return agent;
    }

    /** The registry of tools, in the order of their keys. */
    public List<Tool> tools() {
        return tools.values().stream().sorted(Comparator.comparing(Tool::key)).toList();
    }

    /** The tool of a key that a valid configuration holds. */
    public Tool tool(String key) {
        Tool tool = tools.get(key);
        if (tool == null) {
            throw new IllegalArgumentException("There is no tool " + key);
        }
        return tool;
    }

    /** Holds raw values against the parameters. All problems are collected; nothing stops at the first. */
    public ValidationResult validate(Map<String, @Nullable Object> raw) {
        List<Problem> problems = new ArrayList<>();
        Map<String, @Nullable Object> values = new LinkedHashMap<>(rules.section("", agent, raw, problems));
        return problems.isEmpty() ? new Valid(new Configuration(values)) : new Invalid(problems);
    }
}
