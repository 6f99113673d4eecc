package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Access;
import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.PythonValue;
import io.crewsmith.python.tree.Statement;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.Set;

/** CWE-94: settings that let a model run code outside a sandbox, however they are set. */
final class UnsafeExecution implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "unsafe-execution",
            Layer.ALLOW_LIST,
            Severity.CRITICAL,
            Confidence.HIGH,
            "CWE-94",
            "A setting that runs code without protection",
            """
                    These settings take away the one wall between a text and the machine: code_execution_mode \
                    "unsafe" runs a model's code without a sandbox, allow_dangerous_deserialization and allow_pickle \
                    load objects that run code, trust_remote_code runs what a model's repository brings along. They \
                    count in whatever way they are set: as keyword, in a dictionary, by assignment or by setattr.""",
            """
                    Remove the setting; the defaults are the safe ones.""");

    static final Set<String> NAMES = Set.of(
            "code_execution_mode",
            "unsafe_mode",
            "allow_dangerous_deserialization",
            "allow_dangerous_code",
            "allow_dangerous_requests",
            "allow_pickle",
            "trust_remote_code");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.settings()
                .filter(setting -> NAMES.contains(setting.name()) && !isSafe(setting))
                .forEach(setting -> report.add(
                        setting.at(), "'%s' lets code run unprotected: remove the setting".formatted(setting.name())));
        module.all(Expression.Attribute.class)
                .filter(attribute -> attribute.access() != Access.LOAD && NAMES.contains(attribute.name()))
                .filter(attribute -> !(module.parent(attribute) instanceof Statement.Assign))
                .forEach(attribute ->
                        report.add(attribute.at(), "'%s' is changed: remove the setting".formatted(attribute.name())));
    }

    private static boolean isSafe(Setting setting) {
        return setting.name().equals("code_execution_mode")
                ? setting.text().filter("safe"::equals).isPresent()
                : setting.value() instanceof Expression.Constant constant
                        && constant.value().equals(new PythonValue.Bool(false));
    }
}
