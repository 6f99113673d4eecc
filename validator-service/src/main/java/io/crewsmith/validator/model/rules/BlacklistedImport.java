package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Statement;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;

/** CWE-829: modules that run code, start processes, open connections or files, by whatever way they are reached. */
final class BlacklistedImport implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "blacklisted-import",
            Layer.ALLOW_LIST,
            Severity.CRITICAL,
            Confidence.HIGH,
            "CWE-829",
            "A module that agent code must never reach",
            """
                    These modules start processes, open connections or files, run text as code, load pickled \
                    objects, or reach into the interpreter. One such import gives whoever wrote the code everything \
                    that the deployment may do, and every one of them has aliases: a submodule, a C twin such as \
                    posix for os, or another module that happens to hold it as an attribute. So the name is refused \
                    in whatever part of a dotted path it stands and by whatever way it is reached.""",
            """
                    Remove the import. What an agent needs from outside comes through its tools; what the platform \
                    offers to agents lies in crewsmith_runtime. Arithmetic, text, dates and JSON have their own \
                    modules on the list of allowed imports.""");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
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
