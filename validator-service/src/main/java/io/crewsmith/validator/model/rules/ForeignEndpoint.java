package io.crewsmith.validator.model.rules;

import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.Severity;

/** CWE-200: an address that differs from the provider's own receives every prompt. */
final class ForeignEndpoint implements Rule {

    @Override
    public String id() {
        return "foreign-endpoint";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Layer layer() {
        return Layer.LITERALS;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        Setting.all(module)
                .filter(setting -> InsecureEndpoint.NAMES.contains(setting.name()))
                .flatMap(setting -> ModuleFacts.texts(setting.value()))
                .filter(text -> ModuleFacts.text(text).orElse("").contains("://"))
                .forEach(text -> report.add(
                        text.at(),
                        "prompts go to '%s': check that this address is yours"
                                .formatted(ModuleFacts.text(text).orElse(""))));
    }
}
