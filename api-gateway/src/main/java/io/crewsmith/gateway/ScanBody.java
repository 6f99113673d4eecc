package io.crewsmith.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    /**
     * One finding.
     *
     * @param confidence how sure the rule is; null in scans from before rules said so
     * @param cwe the weakness in MITRE's list; null where the rule names none
     * @param path the file of the run; null where only one was scanned
     * @param help where the rule is explained; null where it is a custom rule, which explains itself
     */
    record Issue(
            String rule,
            String severity,
            @Nullable String confidence,
            @Nullable String cwe,
            @Nullable String path,
            int line,
            int column,
            String message,
            @Nullable String help) {

        static Issue of(JsonNode finding) {
            String rule = finding.path("rule").asString();
            String confidence = text(finding, "confidence");
            return new Issue(
                    rule,
                    finding.path("severity").asString(),
                    "UNKNOWN".equals(confidence) ? null : confidence,
                    text(finding, "cwe"),
                    text(finding, "path"),
                    finding.path("line").asInt(),
                    finding.path("column").asInt(),
                    finding.path("message").asString(),
                    rule.contains("/") ? null : RuleBook.PLACE.formatted(rule));
        }

        private static @Nullable String text(JsonNode finding, String field) {
            return finding.path(field).isString() ? finding.path(field).asString() : null;
        }
    }

    /** Reads the JSON of a verdict. */
    static ScanBody of(JsonNode verdict) {
        List<Issue> issues = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        var breakdown = new EnumMap<Severity, Integer>(Severity.class);
        for (Severity severity : Severity.values()) {
            breakdown.put(severity, 0);
        }
        for (JsonNode finding : verdict.path("findings")) {
            Issue issue = Issue.of(finding);
            issues.add(issue);
            breakdown.merge(Severity.valueOf(issue.severity()), 1, Integer::sum);
            if (isAboutSyntax(finding)) {
                errors.add("line %d: %s".formatted(issue.line(), issue.message()));
            }
        }
        boolean passed = verdict.path("passed").asBoolean();
        return new ScanBody(
                new AstValidation(errors.isEmpty() && ran(verdict, "syntax"), errors),
                new SecurityScan(passed, issues, breakdown));
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
