package io.crewsmith.validator.model.rules;

import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.Set;
import java.util.regex.Pattern;

/** CWE-319, CWE-918: prompts and keys go to these addresses, so they need TLS and a name that can be checked. */
final class InsecureEndpoint implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "insecure-endpoint",
            Layer.LITERALS,
            Severity.ERROR,
            Confidence.MEDIUM,
            "CWE-319",
            "An address without protection",
            """
                    Prompts, answers and keys travel to the addresses of models, tool servers and webhooks. Without \
                    TLS anybody on the way can read and change them. An IP address, in whatever spelling, cannot be \
                    checked against a certificate's name and is how internal services, such as a cloud's metadata \
                    address, are reached.""",
            """
                    Use https and a host name. This machine itself, localhost or 127.0.0.1, may be spoken to \
                    without.""");

    static final Set<String> NAMES = Set.of(
            "base_url", "api_base", "api_url", "endpoint", "azure_endpoint", "mcps", "webhook", "proxy", "proxies");
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)^\\s*([a-z][a-z0-9+.-]*)://(?:[^/]*@)?(\\[[^]]*]|[^/:?#]*).*");
    // An IP address in any of its spellings: dotted, decimal, hexadecimal, version 6
    private static final Pattern BARE_IP = Pattern.compile("(?i)[0-9.]+|0x[0-9a-f.x]+|\\[.*]|");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.settings()
                .filter(setting -> NAMES.contains(setting.name()))
                .flatMap(setting -> ModuleFacts.texts(setting.value()))
                .filter(text -> isInsecure(ModuleFacts.text(text).orElse("")))
                .forEach(text -> report.add(
                        text.at(),
                        "address '%s' is not https with a host name: prompts would leave unprotected"
                                .formatted(ModuleFacts.text(text).orElse(""))));
    }

    private static boolean isInsecure(String text) {
        var address = ADDRESS.matcher(text);
        if (!address.matches()) {
            return false;
        }
        var host = address.group(2);
        boolean here = THIS_MACHINE.contains(host);
        return !here
                && (!address.group(1).equalsIgnoreCase("https")
                        || BARE_IP.matcher(host).matches());
    }
}
