package io.crewsmith.validator.model.rules;

import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.regex.Pattern;

/** CWE-601: addresses that hide where they lead, or lead where anybody can drop and pick up data. */
final class OddAddress implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "odd-address",
            Layer.LITERALS,
            Severity.WARNING,
            Confidence.MEDIUM,
            "CWE-601",
            "An address that is not what addresses look like",
            """
                    Addresses with a bare IP, with a name and an @ in front of the host, with letters that only look \
                    Latin (xn--), of schemes that no agent needs, or of places where anybody can drop and pick up \
                    data are how data leaves and orders come in.""",
            """
                    Check where it leads and why it is there. Use https and the host name of the service itself.""");

    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)\\b(?:(?:gopher|dict|ldaps?|jar|smb|tftp|telnet|javascript|data)"
                    + ":(?://|[a-z]+/[a-z]+;base64)|https?://(?:[^\\s/@]+@|(?!127\\.|0\\.0\\.0\\.0)\\d+(?:\\.\\d+){0,3}(?=[:/?\\s]|$)|0x[0-9a-f]+|[^\\s/]*xn--))");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.texts(6)
                .filter(constant -> isOdd(ModuleFacts.text(constant).orElse("")))
                .forEach(constant -> report.add(
                        constant.at(), "the text holds an address that hides where it leads: check what it is for"));
    }

    private static boolean isOdd(String text) {
        return ADDRESS.matcher(text).find() || Hosts.in(text).anyMatch(Hosts::isDropPoint);
    }
}
