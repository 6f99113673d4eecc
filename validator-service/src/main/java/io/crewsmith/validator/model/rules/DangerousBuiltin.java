package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Access;
import io.crewsmith.python.tree.Expression;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.Set;

/** CWE-95: builtins that run text as code or open the interpreter, wherever their name is read. */
final class DangerousBuiltin implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "dangerous-builtin",
            Layer.ALLOW_LIST,
            Severity.CRITICAL,
            Confidence.HIGH,
            "CWE-95",
            "A builtin that runs text as code or opens the interpreter",
            """
                    eval, exec and compile turn text into code, __import__ and the loaders bring any module, \
                    globals, locals, vars and __builtins__ hand out the whole interpreter as a dictionary. They are \
                    dangerous wherever their name is read: put into a list, passed to map, bound to another name or \
                    used as a decorator, they are called later and out of sight.""",
            """
                    Write what the text should do as ordinary code. Numbers are read with int and float, structures \
                    with json.loads, and a choice among functions with a dictionary of them.""");

    static final Set<String> NAMES = Set.of(
            "eval",
            "exec",
            "compile",
            "__import__",
            "breakpoint",
            "globals",
            "locals",
            "vars",
            "__builtins__",
            "dir",
            "__loader__",
            "__spec__",
            "__build_class__",
            "execfile",
            "reload");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.all(Expression.Name.class)
                .filter(name -> NAMES.contains(name.id()))
                .filter(name -> name.access() == Access.LOAD && !module.isLocal(name))
                .forEach(name -> report.add(
                        name.at(),
                        "Use of %s: agent code must not run text as code or look into the interpreter"
                                .formatted(name.id())));
    }
}
