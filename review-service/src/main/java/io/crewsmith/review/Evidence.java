package io.crewsmith.review;

import io.crewsmith.events.v1.Finding;
import io.crewsmith.events.v1.ScanCompleted;
import io.crewsmith.events.v1.Verdict;
import io.crewsmith.review.model.Scan;

/** What a scan proves, in the words of the rules. */
final class Evidence {

    private Evidence() {}

    static Scan of(ScanCompleted scan) {
        Verdict verdict = scan.getVerdict();
        return new Scan(
                verdict.getPassed(),
                verdict.getChecks(),
                verdict.getFindings().stream().filter(Evidence::blocks).count(),
                verdict.getScannedDigest(),
                scan.getCandidate().getCodeDigest());
    }

    /** How many findings let the code pass but are worth a look. */
    static long warnings(ScanCompleted scan) {
        return scan.getVerdict().getFindings().stream()
                .filter(finding -> switch (finding.getSeverity()) {
                    case WARNING -> true;
                    case CRITICAL, ERROR, INFO -> false;
                })
                .count();
    }

    private static boolean blocks(Finding finding) {
        return switch (finding.getSeverity()) {
            case CRITICAL, ERROR -> true;
            case WARNING, INFO -> false;
        };
    }
}
