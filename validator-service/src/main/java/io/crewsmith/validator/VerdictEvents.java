package io.crewsmith.validator;

import io.crewsmith.events.v1.Confidence;
import io.crewsmith.events.v1.Finding;
import io.crewsmith.events.v1.Layer;
import io.crewsmith.events.v1.Severity;
import io.crewsmith.validator.model.Verdict;

/** Puts verdicts into the words of the contracts. */
final class VerdictEvents {

    private VerdictEvents() {}

    static io.crewsmith.events.v1.Verdict verdict(Verdict verdict, String scannedDigest) {
        return new io.crewsmith.events.v1.Verdict(
                verdict.passed(),
                verdict.policyVersion(),
                scannedDigest,
                verdict.checks(),
                verdict.findings().stream().map(VerdictEvents::finding).toList());
    }

    static Finding finding(io.crewsmith.validator.model.Finding finding) {
        return new Finding(
                finding.rule(),
                Severity.valueOf(finding.severity().name()),
                Layer.valueOf(finding.layer().name()),
                finding.line(),
                finding.column(),
                finding.message(),
                Confidence.valueOf(finding.confidence().name()),
                finding.cwe(),
                finding.path());
    }
}
