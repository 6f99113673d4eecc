package io.crewsmith.validator.model;

import io.crewsmith.python.Node;
import io.crewsmith.python.Node.Attribute;
import io.crewsmith.python.Node.Constant;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Settings of CrewAI that start processes, hand prompts to others or hold secrets have the one value that is safe. */
final class CrewSettingRule implements Rule {

    private static final Predicate<Node> NEVER =
            node -> node instanceof Constant(Object value, var at) && value == Constant.Kind.NONE;

    private static final Map<String, Predicate<Node>> SAFE = Map.of(
            "code_execution_mode", node -> node.string().filter("safe"::equals).isPresent(),
            "unsafe_mode", node -> node instanceof Constant(Object value, var at) && value.equals(false),
            "allow_pickle", node -> node instanceof Constant(Object value, var at) && value.equals(false),
            "mcps", NEVER,
            "base_url", NEVER,
            "api_base", NEVER,
            "api_key", NEVER,
            "step_callback", node -> node.string().isEmpty(),
            "task_callback", node -> node.string().isEmpty());

    private static final Map<String, String> REASONS = Map.of(
            "mcps", "starts or calls foreign tool servers",
            "base_url", "sends prompts to another endpoint",
            "api_base", "sends prompts to another endpoint",
            "api_key", "puts a secret into code; CrewAI reads it from the environment",
            "step_callback", "must be a callable: a text is resolved by import",
            "task_callback", "must be a callable: a text is resolved by import");

    @Override
    public Stream<Finding> judge(Program program) {
        Stream<Finding> keywords = program.all(Node.Keyword.class)
                .filter(keyword -> keyword.name() != null)
                .flatMap(keyword -> judge(keyword, String.valueOf(keyword.name()), keyword.value()));
        Stream<Finding> assigned = program.all(Node.Assign.class)
                .flatMap(assign -> assign.targets().stream()
                        .flatMap(target -> target instanceof Attribute attribute
                                ? judge(attribute, attribute.name(), assign.value())
                                : Stream.empty()));
        return Stream.of(keywords, assigned, hidden(program)).flatMap(findings -> findings);
    }

    /** Settings whose names are not seen: {@code Agent(**settings)}. */
    private static Stream<Finding> hidden(Program program) {
        return program.all(Node.Call.class)
                .filter(call -> call.function() instanceof Node.Name name
                        && Character.isUpperCase(name.id().charAt(0)))
                .flatMap(call -> call.keywords().stream())
                .filter(keyword -> keyword.name() == null)
                .map(keyword -> finding(keyword, "'**' hides which settings are made; write them out"));
    }

    private static Stream<Finding> judge(Node at, String name, Node value) {
        return SAFE.getOrDefault(name, any -> true).test(value)
                ? Stream.empty()
                : Stream.of(finding(
                        at,
                        "'%s' %s; remove it"
                                .formatted(name, REASONS.getOrDefault(name, "runs code outside of a sandbox"))));
    }

    private static Finding finding(Node at, String message) {
        return Finding.at(at, "unsafe-setting", Severity.ERROR, Layer.LITERALS, message);
    }
}
