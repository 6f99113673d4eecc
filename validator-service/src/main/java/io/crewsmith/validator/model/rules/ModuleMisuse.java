package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Access;
import io.crewsmith.python.tree.Expression;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.Severity;

/** CWE-829: of an imported module only the listed names may be read; a module is no value and cannot be changed. */
final class ModuleMisuse implements Rule {

    @Override
    public String id() {
        return "module-misuse";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public Layer layer() {
        return Layer.ALLOW_LIST;
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
