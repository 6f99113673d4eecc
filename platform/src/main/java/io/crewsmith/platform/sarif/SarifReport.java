package io.crewsmith.platform.sarif;

import io.crewsmith.platform.sarif.SarifLog.ArtifactLocation;
import io.crewsmith.platform.sarif.SarifLog.Driver;
import io.crewsmith.platform.sarif.SarifLog.Invocation;
import io.crewsmith.platform.sarif.SarifLog.Location;
import io.crewsmith.platform.sarif.SarifLog.PhysicalLocation;
import io.crewsmith.platform.sarif.SarifLog.Region;
import io.crewsmith.platform.sarif.SarifLog.Result;
import io.crewsmith.platform.sarif.SarifLog.Run;
import io.crewsmith.platform.sarif.SarifLog.Text;
import io.crewsmith.platform.sarif.SarifLog.Tool;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Puts a verdict into SARIF. */
public final class SarifReport {

    /** What the code was not looked at by; the scan then says nothing about it. */
    private static final Set<String> UNFINISHED =
            Set.of("check-failed", "check-late", "checks-missing", "deadline", "busy", "parser-failed");

    private final SarifRules rules;
    private final Fingerprints fingerprints;
    private final String module;

    private SarifReport(AnnouncedRules announced, Map<String, String> files, URI door) {
        this.rules = new SarifRules(announced, door);
        this.fingerprints = new Fingerprints(files);
        this.module = files.keySet().iterator().next();
    }

    /**
     * @param announced what the rules of the verdict say of themselves
     * @param verdict JSON of the verdict
     * @param files texts by path, the module first: a finding without a path is in it
     * @param door where the rules can be read, with a slash at its end
     */
    public static SarifLog of(AnnouncedRules announced, JsonNode verdict, Map<String, String> files, URI door) {
        return SarifLog.of(new SarifReport(announced, files, door).run(verdict));
    }

    /** The same where nothing is known of the rules but what the findings say. */
    public static SarifLog of(JsonNode verdict, Map<String, String> files) {
        return of(AnnouncedRules.NONE, verdict, files, URI.create("/"));
    }

    private Run run(JsonNode verdict) {
        List<Result> results =
                verdict.path("findings").valueStream().map(this::result).toList();
        boolean finished = results.stream().noneMatch(result -> UNFINISHED.contains(result.ruleId()));
        String policy = verdict.path("policyVersion").asString();
        return new Run(
                new Tool(new Driver("Crewsmith validator", policy, rules.all())),
                List.of(new Invocation(finished)),
                "unicodeCodePoints",
                results,
                Map.of(
                        "passed", verdict.path("passed").asBoolean(),
                        "policyVersion", policy,
                        "scannedDigest", verdict.path("scannedDigest").asString(),
                        "checks", verdict.path("checks")));
    }

    private Result result(JsonNode finding) {
        String rule = finding.path("rule").asString();
        String severity = finding.path("severity").asString();
        String path =
                text(finding, "path") == null ? module : finding.path("path").asString();
        int line = Math.max(1, finding.path("line").asInt());
        var region = new Region(line, Math.max(1, finding.path("column").asInt()));
        return new Result(
                rule,
                rules.indexOf(rule, severity, text(finding, "cwe")),
                SarifRules.level(severity),
                Text.of(finding.path("message").asString()),
                List.of(new Location(new PhysicalLocation(new ArtifactLocation(path, "%SRCROOT%"), region))),
                Map.of("primaryLocationLineHash", fingerprints.next(rule, path, line)),
                Map.of(
                        "severity",
                        severity,
                        "confidence",
                        finding.path("confidence").asString("UNKNOWN")));
    }

    private static @Nullable String text(JsonNode finding, String field) {
        return finding.path(field).isString() ? finding.path(field).asString() : null;
    }
}
