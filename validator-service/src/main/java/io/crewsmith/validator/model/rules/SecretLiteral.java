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
    private static final Pattern LONG_WORD = Pattern.compile("[^\\s]{15}");

    /** Keys whose makers gave them a form: models, clouds, code hosts, messengers, payments, and tokens that are signed. */
    private static final Pattern SHAPE = Pattern.compile(String.join(
            "|",
            "\\bsk-[A-Za-z0-9_-]{20,}",
            "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b",
            "\\bAIza[0-9A-Za-z_-]{35}",
            "\\bGOCSPX-[0-9A-Za-z_-]{20,}",
            "\\bgh[pousr]_[A-Za-z0-9]{36}",
            "\\bgithub_pat_[A-Za-z0-9_]{22,}",
            "\\bglpat-[A-Za-z0-9_-]{20,}",
            "\\bxox[abeoprs]-[A-Za-z0-9-]{10,}",
            "\\bxapp-[0-9]-[A-Za-z0-9-]{10,}",
            "hooks\\.slack\\.com/services/T[A-Za-z0-9]+/B[A-Za-z0-9]+/",
            "discord(?:app)?\\.com/api/webhooks/[0-9]+/",
            "\\b[sr]k_live_[A-Za-z0-9]{16,}",
            "\\bSG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}",
            "\\bhf_[A-Za-z0-9]{30,}",
            "\\bgsk_[A-Za-z0-9]{40,}",
            "\\b(?:tvly|pplx|r8)[-_][A-Za-z0-9]{30,}",
            "\\bnpm_[A-Za-z0-9]{36}",
            "\\bpypi-[A-Za-z0-9_-]{40,}",
            "\\bdapi[0-9a-f]{32}",
            "\\bdop_v1_[0-9a-f]{64}",
            "\\b[0-9]{8,10}:AA[A-Za-z0-9_-]{33}",
            "\\bAccountKey=[A-Za-z0-9+/]{40,}",
            "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}",
            "-----BEGIN [A-Z ]*PRIVATE KEY",
            "\\b[a-z][a-z0-9+]*://[^\\s/:@{]+:[^\\s/@{]+@"));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.settings()
                .filter(setting -> NAME.matcher(setting.name()).find())
                .filter(setting -> setting.text()
                        .filter(text ->
                                !text.isBlank() && !REFERENCE.matcher(text).matches())
                        .isPresent())
                .forEach(setting -> report.add(
                        setting.at(),
                        "'%s' holds a secret: set it in the environment of the deployment".formatted(setting.name())));
        module.all(Expression.Constant.class)
                .filter(constant -> isKey(ModuleFacts.text(constant).orElse("")))
                .forEach(constant -> report.add(
                        constant.at(),
                        "the text looks like a key or token: set it in the environment of the deployment"));
    }

    /** Prose has no such words, and most texts are prose: the many forms are only tried where there is one. */
    private static boolean isKey(String text) {
        boolean candidate = text.contains("://")
                || text.contains("PRIVATE KEY")
                || LONG_WORD.matcher(text).find();
        return candidate && SHAPE.matcher(text).find();
    }
}
