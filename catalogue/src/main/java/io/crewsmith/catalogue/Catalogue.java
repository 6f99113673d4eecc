package io.crewsmith.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters, tools, guardrails and reserved names of one target version. */
public final class Catalogue {

    /** What a key looks like. */
    public static final String KEY = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private final String target;
    private final Map<Kind, List<Parameter>> parameters;
    private final Map<String, Tool> tools;
    private final Set<String> guardrails;
    private final ValueRules rules;

    /**
     * A catalogue from its data.
     *
     * @param target for example crewai-1.3.0
     * @param parameters of each kind
     * @param tools the registry of tools
     * @param guardrails names of the functions that may judge the result of a task
     * @param reserved names that nothing may have
     */
    public Catalogue(
            String target,
            Map<Kind, List<Parameter>> parameters,
            List<Tool> tools,
            Set<String> guardrails,
            ReservedNames reserved) {
        this.target = target;
        this.parameters = Map.copyOf(parameters);
        this.tools = tools.stream().collect(Collectors.toMap(Tool::key, Function.identity()));
        this.guardrails = Set.copyOf(guardrails);
        this.rules = new ValueRules(new TextRules(this.tools.keySet(), this.guardrails, reserved));
    }

    public String target() {
        return target;
    }

    /** The parameters of a kind, in their order. */
    public List<Parameter> parameters(Kind kind) {
        return parameters.getOrDefault(kind, List.of());
    }

    /** The registry of tools, in the order of their keys. */
    public List<Tool> tools() {
        return tools.values().stream().sorted(Comparator.comparing(Tool::key)).toList();
    }

    /** Names of the functions that may judge the result of a task. */
    public Set<String> guardrails() {
        return guardrails;
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
    public ValidationResult validate(Kind kind, Map<String, @Nullable Object> raw) {
        List<Problem> problems = new ArrayList<>();
        var configuration = new Configuration(rules.section("", parameters(kind), raw, problems));
        if (problems.isEmpty()) {
            problems.addAll(Conflicts.of(kind, configuration));
        }
        return problems.isEmpty() ? new Valid(configuration) : new Invalid(problems);
    }
}
