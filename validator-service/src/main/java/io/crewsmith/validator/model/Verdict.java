package io.crewsmith.validator.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The answer about one piece of code.
 *
 * @param passed whether every check answered and none found anything that blocks
 * @param policyVersion which rules were applied
 * @param scannedDigest SHA-256 of exactly the bytes that were scanned, in lower-case hex
 * @param checks the names of the checks that answered, in the order in which they ran
 * @param findings by line, column and rule
 */
public record Verdict(
        boolean passed, String policyVersion, String scannedDigest, List<String> checks, List<Finding> findings) {

    public Verdict {
        checks = List.copyOf(checks);
        findings = List.copyOf(findings);
        if (passed
                && (checks.isEmpty()
                        || findings.stream().anyMatch(f -> f.severity().blocks()))) {
            throw new IllegalArgumentException(
                    "code passes only by checks that answered and found nothing that blocks");
        }
    }

    /** Whether the code was judged, rather than the scan given up: the same code would get the same answer again. */
    public boolean isConclusive() {
        return findings.stream().noneMatch(finding -> ScanRules.inconclusive().contains(finding.rule()));
    }

    /** The answer about this piece of code and another one: both must pass. */
    public Verdict and(Verdict other) {
        return new Verdict(
                passed && other.passed,
                policyVersion,
                scannedDigest,
                checks.stream().filter(other.checks::contains).toList(),
                Stream.concat(findings.stream(), other.findings.stream()).toList());
    }

    /** The same with what a further check found. */
    public Verdict with(String check, List<Finding> found) {
        return new Verdict(
                passed && found.stream().noneMatch(finding -> finding.severity().blocks()),
                policyVersion,
                scannedDigest,
                Stream.concat(checks.stream(), Stream.of(check)).distinct().toList(),
                Stream.concat(findings.stream(), found.stream()).toList());
    }

    /** The same, each finding saying in which file of its run it is. */
    public Verdict in(String path) {
        return new Verdict(
                passed,
                policyVersion,
                scannedDigest,
                checks,
                findings.stream().map(finding -> finding.in(path)).toList());
    }

    /** How many findings there are of each severity; every severity has an entry. */
    public Map<Severity, Long> severityBreakdown() {
        var counts = new EnumMap<Severity, Long>(Severity.class);
        for (var severity : Severity.values()) {
            counts.put(
                    severity,
                    findings.stream().filter(f -> f.severity() == severity).count());
        }
        return counts;
    }
}
