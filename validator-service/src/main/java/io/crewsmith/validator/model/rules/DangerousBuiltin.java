package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Access;
import io.crewsmith.python.tree.Expression;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.Severity;
import java.util.Set;

/** CWE-95: builtins that run text as code or open the interpreter, wherever their name is read. */
final class DangerousBuiltin implements Rule {

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
    public String id() {
        return "dangerous-builtin";
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
        module.all(Expression.Name.class)
                .filter(name -> NAMES.contains(name.id()))
                .filter(name -> name.access() == Access.LOAD && !module.isLocal(name))
                .forEach(name -> report.add(
                        name.at(),
                        "Use of %s: agent code must not run text as code or look into the interpreter"
                                .formatted(name.id())));
    }
}
