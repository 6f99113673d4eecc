package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.Severity;
import java.util.Set;

/** CWE-78, CWE-502: method names of process, network, file and deserialising libraries, on whatever object. */
final class DangerousMethod implements Rule {

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
    public String id() {
        return "dangerous-method";
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
        module.all(Expression.Call.class)
                .filter(call -> call.function() instanceof Expression.Attribute method && NAMES.contains(method.name()))
                .forEach(call -> report.add(
                        call.at(),
                        "call of '.%s': agent code must not start processes, open connections or files, or deserialise"
                                .formatted(((Expression.Attribute) call.function()).name())));
    }
}
