package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Access;
import io.crewsmith.python.tree.Expression;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;

/** CWE-829: of an imported module only the listed names may be read; a module is no value and cannot be changed. */
final class ModuleMisuse implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "module-misuse",
            Layer.ALLOW_LIST,
            Severity.ERROR,
            Confidence.HIGH,
            "CWE-829",
            "A module used for more than its listed names",
            """
                    Modules hold each other: logging.os is os, and urllib.parse is only one door into urllib. A \
                    module that is passed on as a value can be searched for such names elsewhere, and one that is \
                    changed changes for the whole process, other agents included.""",
            """
                    Import the names that are needed: from json import dumps. Only names on the list of allowed \
                    imports can be used, and none of them can be assigned.""");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.all(Expression.Attribute.class).forEach(attribute -> {
            for (var path : module.paths(attribute.object())) {
                if (Policy.isModule(path)) {
                    attribute(path, attribute, report);
                } else if (attribute.access() != Access.LOAD) {
                    report.add(attribute.at(), "'%s.%s' is not yours to change".formatted(path, attribute.name()));
                }
            }
        });
        module.all(Expression.Name.class)
                .filter(name -> isModule(module, name) && !isRoot(module, name))
                .forEach(name -> report.add(
                        name.at(),
                        "the module '%s' is used as a value: name what you need of it".formatted(name.id())));
        module.all(Expression.Attribute.class)
                .filter(attribute -> isModule(module, attribute) && !isRoot(module, attribute))
                .forEach(attribute -> report.add(
                        attribute.at(),
                        "the module '%s' is used as a value: name what you need of it".formatted(attribute.name())));
    }

    private static void attribute(String path, Expression.Attribute attribute, Report report) {
        if (attribute.access() != Access.LOAD) {
            report.add(
                    attribute.at(),
                    "'%s.%s' is changed: agent code must not change modules".formatted(path, attribute.name()));
        } else if (!Policy.allows(path, attribute.name()) && !Policy.isBlacklisted(attribute.name())) {
            report.add(
                    attribute.at(),
                    "'%s' is not on the list of what may be used of '%s': remove it".formatted(attribute.name(), path));
        }
    }

    private static boolean isModule(ModuleFacts module, Expression expression) {
        return module.paths(expression).stream().anyMatch(Policy::isModule);
    }

    private static boolean isRoot(ModuleFacts module, Expression expression) {
        return module.parent(expression) instanceof Expression.Attribute;
    }
}
