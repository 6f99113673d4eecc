package io.crewsmith.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The report of a scan.
 *
 * @param passed whether the code may go on
 * @param policyVersion which rules were applied
 * @param scannedDigest SHA-256 of what was scanned: of the code of a run, or of the text that was given
 * @param checks the names of the checks that answered
 * @param scan what was found
 */
record ScanReport(
        boolean passed,
        @JsonProperty("policy_version") String policyVersion,
        @JsonProperty("scanned_digest") String scannedDigest,
        List<String> checks,
        @JsonUnwrapped ScanBody scan) {

    ScanReport {
        checks = List.copyOf(checks);
    }

    /** Reads the JSON of a verdict. */
    static ScanReport of(JsonNode verdict) {
        return new ScanReport(
                verdict.path("passed").asBoolean(),
                verdict.path("policyVersion").asString(),
                verdict.path("scannedDigest").asString(),
                verdict.path("checks").valueStream().map(JsonNode::asString).toList(),
                ScanBody.of(verdict));
    }
}
