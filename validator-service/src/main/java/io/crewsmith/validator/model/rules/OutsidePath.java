package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** CWE-22: paths that lead out of the working directory of the deployment. */
final class OutsidePath implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "outside-path",
            Layer.LITERALS,
            Severity.ERROR,
            Confidence.HIGH,
            "CWE-22",
            "A path out of the agent's folder",
            """
                    An absolute path, a drive, a home directory, a file address or '..' leads out of the folder that \
                    the deployment gives to its agents: to the configuration of the machine, its secrets, or other \
                    agents' code. Files that a model names or fills make this a hole for whoever writes the prompt.""",
            """
                    Use a relative path without '..': reports/summary.md.""");

    private static final Set<String> NAMES = Set.of(
            "output_file",
            "output_log_file",
            "prompt_file",
            "agents_config",
            "tasks_config",
            "path",
            "db_path",
            "file_path",
            "file_paths",
            "directory",
            "persist_directory",
            "storage_path",
            "filename");
    private static final Pattern OUTSIDE =
            Pattern.compile("^\\s*(/|~|\\\\|[A-Za-z]:[\\\\/]|file:)|(^|[/\\\\])\\.\\.([/\\\\]|$)");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        var settings = module.settings()
                .filter(setting -> NAMES.contains(setting.name()))
                .flatMap(setting -> ModuleFacts.texts(setting.value()));
        var tools = module.all(Expression.Call.class)
                .filter(call -> module.paths(call.function()).stream().anyMatch(OutsidePath::readsFiles))
                .flatMap(call -> Stream.concat(call.arguments().stream(), call.keywords().stream()))
                .flatMap(ModuleFacts::texts);
        Stream.concat(settings, tools)
                .distinct()
                .filter(text ->
                        OUTSIDE.matcher(ModuleFacts.text(text).orElse("")).find())
                .forEach(text -> report.add(
                        text.at(),
                        "path '%s' leads out of the agent's folder: use a relative one without '..'"
                                .formatted(ModuleFacts.text(text).orElse(""))));
    }

    private static boolean readsFiles(String path) {
        return path.startsWith("crewai_tools.")
                && Stream.of("File", "Directory", "CSV", "JSON", "PDF", "DOCX", "MDX", "TXT", "XML", "OCR", "Rag")
                        .anyMatch(kind -> path.startsWith("crewai_tools." + kind));
    }
}
