package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/** CWE-1333: a repetition inside a repetition takes exponential time on hostile text. */
final class SlowPattern implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "slow-pattern",
            Layer.LITERALS,
            Severity.ERROR,
            Confidence.MEDIUM,
            "CWE-1333",
            "A regular expression that can take for ever",
            """
                    A repetition inside a repetition, such as (a+)+, tries exponentially many ways to match a text \
                    that does not. Thirty characters from a web page are enough to stop the agent.""",
            """
                    Rewrite the expression without nested +, * and {}: a+ matches what (a+)+ does.""");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.all(Expression.Call.class)
                .filter(call -> module.paths(call.function()).stream().anyMatch(path -> path.startsWith("re.")))
                .flatMap(call -> Stream.concat(call.arguments().stream(), call.keywords().stream())
                        .limit(1))
                .flatMap(ModuleFacts::texts)
                .filter(text -> isSlow(ModuleFacts.text(text).orElse("")))
                .forEach(text -> report.add(
                        text.at(), "regular expression repeats a repetition: rewrite it without nested + * {}"));
    }

    private static boolean isSlow(String pattern) {
        Deque<Boolean> groups = new ArrayDeque<>();
        boolean repeats = false;
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
            } else if (inClass) {
                inClass = c != ']';
            } else if (c == '[') {
                inClass = true;
            } else if (c == '(') {
                groups.push(repeats);
                repeats = false;
            } else if (c == ')' && !groups.isEmpty()) {
                if (repeats && isRepetition(pattern, i + 1)) {
                    return true;
                }
                repeats |= groups.pop();
            } else {
                repeats |= isRepetition(pattern, i);
            }
        }
        return false;
    }

    private static boolean isRepetition(String pattern, int i) {
        if (i >= pattern.length()) {
            return false;
        }
        char c = pattern.charAt(i);
        return c == '*' || c == '+' || (c == '{' && pattern.substring(i).matches("(?s)\\{\\d*,\\d{0,9}}.*"));
    }
}
