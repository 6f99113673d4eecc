package io.crewsmith.validator.model;

import io.crewsmith.python.Node;
import io.crewsmith.python.Node.Alias;
import io.crewsmith.python.Node.Import;
import io.crewsmith.python.Node.ImportFrom;
import java.util.stream.Stream;

/** Imports come from the allow-list, by whole names, and never hand on a module that is not on it. */
final class ImportRule implements Rule {

    @Override
    public Stream<Finding> judge(Program program) {
        return Stream.concat(
                program.all(Import.class).flatMap(one -> one.names().stream()).flatMap(ImportRule::whole),
                program.all(ImportFrom.class).flatMap(ImportRule::from));
    }

    private static Stream<Finding> whole(Alias alias) {
        return Modules.isAllowed(alias.name()) ? Stream.empty() : Stream.of(forbidden(alias, alias.name()));
    }

    private static Stream<Finding> from(ImportFrom from) {
        String module = from.module();
        if (from.level() > 0 || module == null) {
            return Stream.of(finding(
                    from,
                    "relative-import",
                    Severity.ERROR,
                    "A relative import brings in code that was not reviewed; import from a library by its whole name"));
        }
        if (!Modules.isAllowed(module)) {
            return Stream.of(forbidden(from, module));
        }
        return from.names().stream().flatMap(alias -> member(module, alias));
    }

    private static Stream<Finding> member(String module, Alias alias) {
        if (alias.name().equals("*")) {
            return Stream.of(finding(
                    alias,
                    "star-import",
                    Severity.ERROR,
                    "'from %s import *' brings in names that nobody sees; name what is needed".formatted(module)));
        }
        return Modules.isAllowed(module, alias.name())
                ? Stream.empty()
                : Stream.of(finding(
                        alias,
                        "imported-name",
                        Severity.CRITICAL,
                        "'%s' of '%s' is a way around the import rules; remove it".formatted(alias.name(), module)));
    }

    private static Finding forbidden(Node at, String module) {
        return Modules.opensTheWorld(module)
                ? finding(
                        at,
                        "blacklisted-import",
                        Severity.CRITICAL,
                        "Import of '%s' reaches files, processes, the network or the interpreter; remove it, use a tool of crewai_tools"
                                .formatted(module))
                : finding(
                        at,
                        "import-not-allowed",
                        Severity.ERROR,
                        "'%s' is not among the modules that agents may import; remove the import".formatted(module));
    }

    private static Finding finding(Node at, String rule, Severity severity, String message) {
        return Finding.at(at, rule, severity, Layer.ALLOW_LIST, message);
    }
}
