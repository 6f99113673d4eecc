package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Part;
import io.crewsmith.python.tree.PythonValue;
import io.crewsmith.validator.model.Confidence;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.RuleDescription;
import io.crewsmith.validator.model.Severity;

/** CWE-94: an agent that may run code, even in its sandbox, deserves a look. */
final class CodeExecution implements Rule {

    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "code-execution",
            Layer.ALLOW_LIST,
            Severity.WARNING,
            Confidence.HIGH,
            "CWE-94",
            "An agent that may run code",
            """
                    With allow_code_execution, or with the code interpreter among its tools, the agent runs code \
                    that a language model wrote. Whoever can put text in front of that model, by a web page or a \
                    document, then chooses the code. A sandbox limits the damage, but several releases had ways out \
                    of it.""",
            """
                    Check that the agent needs it. Where it only has to compute, give it a tool that does exactly \
                    that.""");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        module.settings()
                .filter(setting -> setting.name().equals("allow_code_execution"))
                .filter(setting -> !(setting.value() instanceof Expression.Constant constant
                        && constant.value().equals(new PythonValue.Bool(false))))
                .forEach(setting -> report.add(
                        setting.at(), "'allow_code_execution' lets the model run code: check that the agent needs it"));
        module.all(Part.Alias.class)
                .filter(alias -> alias.name().equals("CodeInterpreterTool"))
                .forEach(alias -> report.add(
                        alias.at(), "'CodeInterpreterTool' lets the model run code: check that the agent needs it"));
    }
}
