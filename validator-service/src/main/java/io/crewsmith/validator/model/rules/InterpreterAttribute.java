package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Pattern;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;
import java.util.Set;

/** CWE-95: frames, code objects, tracebacks and their like, which hold every name of the interpreter. */
final class InterpreterAttribute implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "interpreter-attribute",
            Layer.ALLOW_LIST,
            Severity.CRITICAL,
            Confidence.HIGH,
            "CWE-95",
            "Frames, code objects and tracebacks",
            """
                    Frames, code objects, generators' and coroutines' insides and tracebacks hold the names and the \
                    globals of every function on the stack. An agent that can read them can reach any module that \
                    anything in the process has imported.""",
            """
                    Remove it. What went wrong is in the exception's own text, str(error).""");

    static final Set<String> NAMES = Set.of(
            "f_globals",
            "f_locals",
            "f_builtins",
            "f_back",
            "f_code",
            "f_trace",
            "tb_frame",
            "tb_next",
            "gi_frame",
            "gi_code",
            "gi_yieldfrom",
            "cr_frame",
            "cr_code",
            "cr_await",
            "cr_origin",
            "ag_frame",
            "ag_code",
            "ag_await",
            "co_code",
            "co_consts",
            "co_names",
            "func_globals",
            "func_code",
            "func_defaults",
            "im_func",
            "im_self",
            "im_class",
            "mro",
            "last_traceback",
            "with_traceback",
            "exc_info",
            "meta_path",
            "path_hooks");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.all(Expression.Attribute.class)
                .filter(attribute -> NAMES.contains(attribute.name()))
                .forEach(attribute -> report.add(attribute.at(), message(attribute.name())));
        module.all(Pattern.MatchClass.class)
                .forEach(pattern -> pattern.attributes().stream()
                        .filter(NAMES::contains)
                        .forEach(name -> report.add(pattern.at(), message(name))));
    }

    private static String message(String name) {
        return "attribute '%s' of the interpreter: agent code must not look at frames, code or modules".formatted(name);
    }
}
