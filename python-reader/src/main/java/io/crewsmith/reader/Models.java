package io.crewsmith.reader;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.PythonValue;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads language models: {@code LLM(model=…)}, or a text that names one. */
final class Models {

    private static final List<String> LIMITS = List.of("max_tokens", "max_output_tokens", "max_completion_tokens");

    private final Scope scope;
    private final Gathering gathering;

    Models(Scope scope, Gathering gathering) {
        this.scope = scope;
        this.gathering = gathering;
    }

    /** The model that an agent answers with. */
    void answering(Expression value) {
        Consumer<Expression> limit = tokens -> gathering.literal("/max_tokens", tokens);
        read(
                "/llm_model",
                value,
                Map.of(
                        "model",
                        model -> gathering.literal("/llm_model", model),
                        "temperature",
                        temperature -> gathering.literal("/temperature", temperature),
                        LIMITS.get(0),
                        limit,
                        LIMITS.get(1),
                        limit,
                        LIMITS.get(2),
                        limit));
    }

    /** A model of which only the name can be configured. */
    void named(String pointer, Expression value) {
        read(pointer, value, Map.of("model", model -> gathering.literal(pointer, model)));
    }

    private void read(String pointer, Expression value, Map<String, Consumer<Expression>> keywords) {
        if (value instanceof Expression.Constant(var at, PythonValue.Str name)) {
            gathering.put(pointer, name.value(), value);
        } else if (scope.isCall(value, "crewai.LLM") && value instanceof Expression.Call call) {
            gathering.keywords(call, "LLM", keywords);
        } else {
            gathering.unread(value, "%s: it is neither LLM(…) of crewai nor the name of a model".formatted(pointer));
        }
    }
}
