package io.crewsmith.validator.custom;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says of a refused start what is wrong with the folder of rules, instead of where in the program it was noticed. */
final class BrokenRuleFileAnalyzer extends AbstractFailureAnalyzer<BrokenRuleFile> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, BrokenRuleFile cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
