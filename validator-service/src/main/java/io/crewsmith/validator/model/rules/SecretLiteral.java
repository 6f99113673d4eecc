package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.regex.Pattern;

/** CWE-798: secrets in code end up in Git for ever. */
final class SecretLiteral implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "secret-literal",
            Layer.LITERALS,
            Severity.ERROR,
            Confidence.MEDIUM,
            "CWE-798",
            "A secret in the code",
            """
                    Code is committed to Git, shown in reviews and kept for ever in events. A key in it is known to \
                    everybody who can read any of these, and stays known when it is removed from the newest version. \
                    Names that hold secrets, known forms of keys, addresses with a password and long random texts \
                    are recognised.""",
            """
                    Take the secret out, revoke it where it was real, and set it in the environment of the \
                    deployment. Code may name the variable: api_key="OPENAI_API_KEY".""");

    private static final Pattern NAME = Pattern.compile(
            "(?i)(?:^|_)(?:api_?key|password|passwd|secret|token|access_key|private_key|credentials?|connection_string)$");
    private static final Pattern REFERENCE = Pattern.compile("[A-Z][A-Z0-9_]*|\\$\\{[A-Z0-9_]+}");
    private static final Pattern SHAPE = Pattern.compile("\\bsk-[A-Za-z0-9_-]{20,}|\\bAKIA[0-9A-Z]{16}\\b"
            + "|\\bgh[pousr]_[A-Za-z0-9]{36}|\\bxox[baprs]-[A-Za-z0-9-]{10,}|-----BEGIN [A-Z ]*PRIVATE KEY"
            + "|\\b[a-z][a-z0-9+]*://[^\\s/:@{]+:[^\\s/@{]+@");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        Setting.all(module)
                .filter(setting -> NAME.matcher(setting.name()).find())
                .filter(setting -> setting.text()
                        .filter(text ->
                                !text.isBlank() && !REFERENCE.matcher(text).matches())
                        .isPresent())
                .forEach(setting -> report.add(
                        setting.at(),
                        "'%s' holds a secret: set it in the environment of the deployment".formatted(setting.name())));
        module.all(Expression.Constant.class)
                .filter(constant ->
                        SHAPE.matcher(ModuleFacts.text(constant).orElse("")).find())
                .forEach(constant -> report.add(
                        constant.at(),
                        "the text looks like a key or token: set it in the environment of the deployment"));
    }
}
