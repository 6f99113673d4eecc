package io.crewsmith.validator.model.rules;

import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;

/** CWE-200: an address that differs from the provider's own receives every prompt. */
final class ForeignEndpoint implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "foreign-endpoint",
            Layer.LITERALS,
            Severity.WARNING,
            Confidence.LOW,
            "CWE-200",
            "An address of one's own for the model",
            """
                    All prompts, with everything that the agent knows, and the key of the account go to the address \
                    that is set here. It may well be a gateway of your own; it may also be somebody else's.""",
            """
                    Check that the address is yours. The addresses of known providers are let pass; without any, the provider's own is used.""");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.settings()
                .filter(setting -> InsecureEndpoint.NAMES.contains(setting.name()))
                .flatMap(setting -> ModuleFacts.texts(setting.value()))
                .filter(text -> isForeign(ModuleFacts.text(text).orElse("")))
                .forEach(text -> report.add(
                        text.at(),
                        "prompts go to '%s': check that this address is yours"
                                .formatted(ModuleFacts.text(text).orElse(""))));
    }

    private static boolean isForeign(String text) {
        return text.contains("://") && Hosts.in(text).noneMatch(Hosts::isProvider);
    }
}
