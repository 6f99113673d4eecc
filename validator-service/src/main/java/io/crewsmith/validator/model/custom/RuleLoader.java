package io.crewsmith.validator.model.custom;

import io.crewsmith.python.PythonParser;
import java.util.List;

/** Makes rules of their text: what cannot be read, or does not do what its own examples say, is refused. */
public final class RuleLoader implements AutoCloseable {

    private final PythonParser parser = new PythonParser();

    /** The rule, or everything that is wrong with it. */
    public Loading load(String text) {
        return switch (RuleReader.read(text)) {
            case Loading.Refused refused -> refused;
            case Loading.Accepted accepted -> {
                CustomRule rule = accepted.rule();
                List<RuleProblem> failures = rule.examples().failuresOf(rule, parser);
                yield failures.isEmpty() ? accepted : new Loading.Refused(failures);
            }
        };
    }

    /** Stops the parser's threads. */
    @Override
    public void close() {
        parser.close();
    }
}
