package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.Set;

/** CWE-78, CWE-502: method names of process, network, file and deserialising libraries, on whatever object. */
final class DangerousMethod implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "dangerous-method",
            Layer.ALLOW_LIST,
            Severity.ERROR,
            Confidence.MEDIUM,
            "CWE-78",
            "A method of process, network, file or deserialising libraries",
            """
                    The scanner cannot always know what an object is, but some method names are hardly used for \
                    anything else: system, popen, check_output, urlopen, import_module, extractall, read_pickle. A \
                    call of one on a parameter or a returned value is how a forbidden module is used without being \
                    imported.""",
            """
                    Use a tool of the agent for what lies outside. Where the method is your own, give it a name that \
                    says what it does for the agent.""");

    private static final Set<String> NAMES = Set.of(
            "system",
            "popen",
            "Popen",
            "fork",
            "forkpty",
            "fork_exec",
            "execl",
            "execle",
            "execlp",
            "execv",
            "execve",
            "execvp",
            "execvpe",
            "spawnl",
            "spawnv",
            "spawnve",
            "startfile",
            "check_output",
            "check_call",
            "getoutput",
            "getstatusoutput",
            "create_subprocess_exec",
            "create_subprocess_shell",
            "import_module",
            "load_module",
            "exec_module",
            "find_spec",
            "run_path",
            "runpy",
            "run_module",
            "urlopen",
            "urlretrieve",
            "create_connection",
            "getaddrinfo",
            "read_text",
            "write_text",
            "read_bytes",
            "write_bytes",
            "rmtree",
            "unlink",
            "removedirs",
            "extractall",
            "read_pickle",
            "to_pickle",
            "unsafe_load",
            "full_load",
            "literal_eval",
            "parse_raw",
            "parse_file",
            "basicConfig",
            "dictConfig",
            "fileConfig",
            "CDLL",
            "WinDLL",
            "loads_pickle",
            "__reduce__");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.all(Expression.Call.class)
                .filter(call -> call.function() instanceof Expression.Attribute method && NAMES.contains(method.name()))
                .forEach(call -> report.add(
                        call.at(),
                        "call of '.%s': agent code must not start processes, open connections or files, or deserialise"
                                .formatted(((Expression.Attribute) call.function()).name())));
    }
}
