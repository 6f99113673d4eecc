package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Part;
import io.crewsmith.python.tree.Statement;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;

/** CWE-829: imports are allowed by name; the list is {@code allowed-imports.txt}. */
final class UnlistedImport implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "unlisted-import",
            Layer.ALLOW_LIST,
            Severity.ERROR,
            Confidence.HIGH,
            "CWE-829",
            "An import that is not on the list",
            """
                    Nobody has looked at what this module or name can do, or it was looked at and left out. A list \
                    of forbidden modules can never be complete, so agent modules may import only what is allowed by \
                    name. Star imports hide what is imported, relative ones reach whatever lies beside the module.""",
            """
                    Remove the import, or use a listed module that does the same. Import names, not everything.""");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.all(Statement.Import.class).flatMap(s -> s.names().stream()).forEach(alias -> {
            if (!Policy.isModule(alias.name()) && !Policy.isBlacklisted(alias.name())) {
                report.add(alias.at(), "'%s' is not on the list of allowed modules: remove it".formatted(alias.name()));
            }
        });
        module.all(Statement.ImportFrom.class).forEach(statement -> inspect(statement, report));
    }

    private static void inspect(Statement.ImportFrom statement, Report report) {
        var from = statement.module() == null ? "" : statement.module();
        if (statement.level() > 0) {
            report.add(
                    statement.at(),
                    "relative import '%s%s': agent modules stand alone, import from crewsmith_runtime instead"
                            .formatted(".".repeat(statement.level()), from));
        } else if (!Policy.isModule(from) && !Policy.isBlacklisted(from)) {
            report.add(statement.at(), "'%s' is not on the list of allowed modules: remove it".formatted(from));
        } else if (!Policy.isBlacklisted(from)) {
            statement.names().forEach(alias -> inspect(from, alias, report));
        }
    }

    private static void inspect(String from, Part.Alias alias, Report report) {
        if (alias.name().equals("*")) {
            report.add(alias.at(), "'from %s import *': name what the module uses".formatted(from));
        } else if (!Policy.allows(from, alias.name()) && !Policy.isBlacklisted(alias.name())) {
            report.add(
                    alias.at(),
                    "'%s' is not on the list of what may come from '%s': remove it".formatted(alias.name(), from));
        }
    }
}
