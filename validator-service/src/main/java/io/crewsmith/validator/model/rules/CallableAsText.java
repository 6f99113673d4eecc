package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** CWE-470: a text where a function belongs is imported by its path. */
final class CallableAsText implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "callable-as-text",
            Layer.LITERALS,
            Severity.ERROR,
            Confidence.HIGH,
            "CWE-470",
            "A function that is named by a text",
            """
                    Where CrewAI expects a function, some versions take a text as the dotted path of one and import \
                    it: step_callback="os.system" then runs every answer of the model as a command. Others fail on \
                    it when the agent first does something. An address in such a place is no function either.""",
            """
                    Give the function itself. Webhooks are in crewsmith_runtime: StepWebhook, TaskWebhook.""");

    /** Only functions make sense here, so no text does. */
    private static final Set<String> FUNCTIONS = Set.of(
            "step_callback",
            "task_callback",
            "callbacks",
            "before_kickoff_callbacks",
            "after_kickoff_callbacks",
            "executor_class",
            "agent_executor");
    /** Words make sense here too, but no dotted path does. */
    private static final Set<String> FUNCTIONS_OR_WORDS =
            Set.of("callback", "guardrail", "guardrails", "func", "function", "handler", "cache_function");

    private static final Pattern DOTTED_PATH = Pattern.compile("[A-Za-z_]\\w*(?:[.:][A-Za-z_]\\w*)+");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.settings()
                .filter(setting -> FUNCTIONS.contains(setting.name()) || FUNCTIONS_OR_WORDS.contains(setting.name()))
                .forEach(setting -> given(setting.value())
                        .filter(text ->
                                isRefused(setting.name(), ModuleFacts.text(text).orElse("")))
                        .forEach(text -> report.add(
                                text.at(),
                                "'%s' is given a text where a function belongs: give the function itself"
                                        .formatted(setting.name()))));
    }

    /** The value itself, or the entries of a list: what stands in a call is that call's own business. */
    private static Stream<Expression> given(Expression value) {
        return switch (value) {
            case Expression.ListDisplay list -> list.elements().stream();
            case Expression.TupleDisplay tuple -> tuple.elements().stream();
            default -> Stream.of(value);
        };
    }

    private static boolean isRefused(String name, String text) {
        return !text.isBlank()
                && (FUNCTIONS.contains(name)
                        || DOTTED_PATH.matcher(text.strip()).matches());
    }
}
