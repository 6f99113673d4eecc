package io.crewsmith.validator.model;

import java.util.List;

/**
 * The outcome of a scan.
 *
 * @param passed true only if every check ran and no finding fails the scan
 * @param policyVersion version of the rules that decided
 * @param scannedDigest SHA-256 of what was scanned, lower-case hex
 * @param checks names of the checks that ran on every file
 * @param findings in the order of line, column and rule
 */
public record Verdict(
        boolean passed, String policyVersion, String scannedDigest, List<String> checks, List<Finding> findings) {

    public Verdict {
        checks = List.copyOf(checks);
        findings = List.copyOf(findings);
        if (passed && findings.stream().anyMatch(finding -> finding.severity().failsScan())) {
            throw new IllegalArgumentException("A scan with failing findings cannot pass");
        }
    }

    /** True if the security team has to know. */
    public boolean isIncident() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.CRITICAL);
    }
}
