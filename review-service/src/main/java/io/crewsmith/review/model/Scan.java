package io.crewsmith.review.model;

import java.util.List;
import java.util.Optional;

/**
 * What a scan says of the code of a run. It is evidence only where it is complete and about this very code.
 *
 * @param passed whether the validator let the code pass
 * @param checks the names of the checks that answered
 * @param blocking how many findings there are that no code passes with
 * @param scannedDigest of what was scanned
 * @param codeDigest of what would be approved
 */
public record Scan(boolean passed, List<String> checks, long blocking, String scannedDigest, String codeDigest) {

    /** Without one of these nobody has looked at the code. */
    static final List<String> EXPECTED_CHECKS =
            List.of("syntax", "allow-list", "literals", "decode-proof", "custom-rules");

    public Scan {
        checks = List.copyOf(checks);
    }

    /** Why the code cannot be reviewed on the strength of this scan; empty where it can. */
    Optional<String> objection() {
        List<String> missing = EXPECTED_CHECKS.stream()
                .filter(check -> !checks.contains(check))
                .toList();
        if (!passed || blocking > 0) {
            return Optional.of("The scan did not pass, so the code cannot be reviewed."
                    + " Correct the configuration and generate again.");
        }
        if (!missing.isEmpty()) {
            return Optional.of("The scan lacks the checks %s, so nobody knows whether the code is safe. Generate again."
                    .formatted(String.join(", ", missing)));
        }
        if (!scannedDigest.equals(codeDigest)) {
            return Optional.of("What was scanned (%s) is not the code of this run (%s). Generate again."
                    .formatted(scannedDigest, codeDigest));
        }
        return Optional.empty();
    }
}
