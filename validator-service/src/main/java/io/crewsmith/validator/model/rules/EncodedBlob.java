package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.PythonValue;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.regex.Pattern;

/** CWE-506: hundreds of characters of base64, hex or bytes, which no reviewer can read. */
final class EncodedBlob implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "encoded-blob",
            Layer.LITERALS,
            Severity.ERROR,
            Confidence.MEDIUM,
            "CWE-506",
            "A long encoded text",
            """
                    Hundreds of characters of base64 or hex say nothing to a reviewer, but may be a program, a key \
                    or orders to a model. What nobody can read, nobody can approve.""",
            """
                    Say it in words. Data belongs into knowledge sources, secrets into the environment of the \
                    deployment.""");

    private static final int SHORTEST = 200;
    private static final Pattern ENCODED =
            Pattern.compile("[A-Za-z0-9+/_-]{%1$d,}={0,2}|(?:\\\\x[0-9a-fA-F]{2}){50,}".formatted(SHORTEST));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.texts(SHORTEST)
                .filter(constant -> ENCODED.matcher(ModuleFacts.text(constant).orElse(""))
                        .results()
                        .anyMatch(match -> Randomness.isHigh(match.group())))
                .forEach(constant -> report.add(
                        constant.at(), "a long encoded text that nobody can read: say it in words, or take it out"));
        module.all(Expression.Constant.class)
                .filter(constant -> constant.value() instanceof PythonValue.Bytes bytes
                        && bytes.latin1().length() >= SHORTEST)
                .forEach(constant ->
                        report.add(constant.at(), "long bytes that nobody can read: say it in words, or take it out"));
    }
}
