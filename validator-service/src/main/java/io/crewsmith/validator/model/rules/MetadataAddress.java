package io.crewsmith.validator.model.rules;

import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.regex.Pattern;

/** CWE-918: addresses at which a cloud hands out the credentials of the machine. */
final class MetadataAddress implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "metadata-address",
            Layer.LITERALS,
            Severity.ERROR,
            Confidence.HIGH,
            "CWE-918",
            "The address of a cloud's metadata",
            """
                    Every machine in a cloud can ask a fixed address for the credentials of its own account, without \
                    a password. A tool that is sent there hands them to the model, and so to whoever wrote the \
                    prompt.""",
            """
                    Remove the address. An agent gets what it needs by its tools and the environment of the \
                    deployment.""");

    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?:://|@)(?:169\\.254\\.169\\.254|169\\.254\\.170\\.2|100\\.100\\.100\\.200|metadata\\.google\\.internal"
                    + "|metadata\\.goog|\\[fd00:ec2::254]|2852039166|0xa9fea9fe)\\b?");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.texts(10)
                .filter(constant ->
                        ADDRESS.matcher(ModuleFacts.text(constant).orElse("")).find())
                .forEach(constant ->
                        report.add(constant.at(), "the address hands out the credentials of the machine: remove it"));
    }
}
