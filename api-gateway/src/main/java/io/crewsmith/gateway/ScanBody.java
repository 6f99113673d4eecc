package io.crewsmith.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The outcome of a scan as the door shows it.
 *
 * @param astValidation whether the code is Python
 * @param securityScan whether it may go on, and all that was found
 */
record ScanBody(
        @JsonProperty("ast_validation") AstValidation astValidation,
        @JsonProperty("security_scan") SecurityScan securityScan) {

    private enum Severity {
        CRITICAL,
        ERROR,
        WARNING,
        INFO
    }

    record AstValidation(boolean passed, List<String> errors) {}

    record SecurityScan(
            boolean passed,
            List<Issue> issues,
            @JsonProperty("severity_breakdown") Map<?, Integer> severityBreakdown) {}

    record Issue(String rule, String severity, int line, int column, String message) {}

    /** Reads the JSON of a verdict. */
    static ScanBody of(JsonNode verdict) {
        List<Issue> issues = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        var breakdown = new EnumMap<Severity, Integer>(Severity.class);
        for (Severity severity : Severity.values()) {
            breakdown.put(severity, 0);
        }
        for (JsonNode finding : verdict.path("findings")) {
            issues.add(issue(finding));
            breakdown.merge(Severity.valueOf(finding.path("severity").asString()), 1, Integer::sum);
            if (isAboutSyntax(finding)) {
                errors.add("line %d: %s"
                        .formatted(
                                finding.path("line").asInt(),
                                finding.path("message").asString()));
            }
        }
        boolean passed = verdict.path("passed").asBoolean();
        return new ScanBody(
                new AstValidation(errors.isEmpty() && ran(verdict, "syntax"), errors),
                new SecurityScan(passed, issues, breakdown));
    }

    private static Issue issue(JsonNode finding) {
        return new Issue(
                finding.path("rule").asString(),
                finding.path("severity").asString(),
                finding.path("line").asInt(),
                finding.path("column").asInt(),
                finding.path("message").asString());
    }

    private static boolean isAboutSyntax(JsonNode finding) {
        String layer = finding.path("layer").asString();
        return layer.equals("BYTES") || layer.equals("SYNTAX");
    }

    private static boolean ran(JsonNode verdict, String check) {
        for (JsonNode name : verdict.path("checks")) {
            if (name.asString().contains(check)) {
                return true;
            }
        }
        return false;
    }
}
