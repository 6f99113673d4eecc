package io.crewsmith.validator.model.rules;

import io.crewsmith.python.tree.Expression;
import io.crewsmith.python.tree.Part;
import io.crewsmith.python.tree.PythonValue;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.Severity;

/** CWE-94: an agent that may run code, even in its sandbox, deserves a look. */
final class CodeExecution implements Rule {

    @Override
    public String id() {
        return "code-execution";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public Layer layer() {
        return Layer.ALLOW_LIST;
    }

    @Override
    public void inspect(ModuleFacts module, Report report) {
        Setting.all(module)
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
