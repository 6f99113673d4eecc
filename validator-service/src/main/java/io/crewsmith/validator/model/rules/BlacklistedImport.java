package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Statement;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.Severity;

/** CWE-829: modules that run code, start processes, open connections or files, by whatever way they are reached. */
final class BlacklistedImport implements Rule {

    @Override
    public String id() {
        return "blacklisted-import";
    }

    @Override
    public Severity severity() {
        return Severity.CRITICAL;
    }

    @Override
    public Layer layer() {
        return Layer.ALLOW_LIST;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.all(Statement.Import.class)
                .forEach(statement -> statement.names().stream()
                        .filter(alias -> Policy.isBlacklisted(alias.name()))
                        .forEach(alias -> report.add(
                                alias.at(),
                                "Blacklisted import '%s': agent code must not reach it".formatted(alias.name()))));
        module.all(Statement.ImportFrom.class).forEach(statement -> inspect(statement, report));
        module.all(Expression.Attribute.class)
                .filter(attribute -> module.paths(attribute.object()).stream()
                        .anyMatch(path -> Policy.isModule(path) && !Policy.allows(path, attribute.name())))
                .filter(attribute -> Policy.isBlacklisted(attribute.name()))
                .forEach(attribute -> report.add(
                        attribute.at(),
                        "Blacklisted module '%s' reached through another module: agent code must not reach it"
                                .formatted(attribute.name())));
    }

    private static void inspect(Statement.ImportFrom statement, Report report) {
        var from = statement.module() == null ? "" : statement.module();
        if (Policy.isBlacklisted(from)) {
            report.add(statement.at(), "Blacklisted import 'from %s': agent code must not reach it".formatted(from));
            return;
        }
        statement.names().stream()
                .filter(alias -> !Policy.allows(from, alias.name()) && Policy.isBlacklisted(alias.name()))
                .forEach(alias -> report.add(
                        alias.at(),
                        "Blacklisted import '%s' out of '%s': agent code must not reach it"
                                .formatted(alias.name(), from)));
    }
}
