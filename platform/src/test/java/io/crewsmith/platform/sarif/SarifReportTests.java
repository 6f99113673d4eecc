package io.crewsmith.platform.sarif;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.crewsmith.platform.sarif.AnnouncedRules.AnnouncedRule;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tests for {@link SarifReport}, among them OASIS's own schema. */
class SarifReportTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final URI DOOR = URI.create("https://crewsmith.example.com/");
    private static final String MODULE = "app/agents/analyst.py";
    private static final AnnouncedRules RULES = new AnnouncedRules(
            "2026.3",
            List.of(new AnnouncedRule(
                    "dunder-access",
                    "ALLOW_LIST",
                    "CRITICAL",
                    "HIGH",
                    "CWE-95",
                    "A name with two underscores",
                    "It leads everywhere.",
                    "Use the public name.",
                    List.of("x = ().__class__\n"),
                    "x = 1\n")));

    @Test
    void aReportIsValidByTheStandardsOwnSchema() {
        assertThat(problems(report("x = 1\ny = ().__class__\n", 2))).isEmpty();
        assertThat(problems(JSON.valueToTree(SarifReport.of(
                        AnnouncedRules.NONE,
                        JSON.readTree("{\"passed\": true, \"policyVersion\": \"1\", \"checks\": [], \"findings\": []}"),
                        Map.of(MODULE, ""),
                        DOOR))))
                .isEmpty();
    }

    @Test
    void theSchemaWouldFindAFault() {
        ObjectNode report = (ObjectNode) report("y = ().__class__\n", 1);
        report.put("version", "2.0");

        assertThat(problems(report)).isNotEmpty();
    }

    @Test
    void aFindingSaysItsRuleItsPlaceAndHowBadItIs() {
        JsonNode result = report("x = 1\ny = ().__class__\n", 2).at("/runs/0/results/0");

        assertThat(result.path("ruleId").asString()).isEqualTo("dunder-access");
        assertThat(result.path("ruleIndex").asInt()).isZero();
        assertThat(result.path("level").asString()).isEqualTo("error");
        assertThat(result.at("/locations/0/physicalLocation").toString())
                .isEqualTo("{\"artifactLocation\":{\"uri\":\"app/agents/analyst.py\",\"uriBaseId\":\"%SRCROOT%\"},"
                        + "\"region\":{\"startLine\":2,\"startColumn\":5}}");
        assertThat(result.at("/properties/confidence").asString()).isEqualTo("HIGH");
    }

    @Test
    void aRuleExplainsItself() {
        JsonNode rule = report("y = ().__class__\n", 1).at("/runs/0/tool/driver/rules/0");

        assertThat(rule.path("helpUri").asString()).isEqualTo("https://crewsmith.example.com/api/rules/dunder-access");
        assertThat(rule.at("/help/markdown").asString()).contains("It leads everywhere.", "x = ().__class__");
        assertThat(rule.at("/properties/security-severity").asString()).isEqualTo("9.5");
        assertThat(rule.at("/properties/tags").toString()).isEqualTo("[\"security\",\"external/cwe/cwe-95\"]");
    }

    @Test
    void aRuleThatNobodyAnnouncedIsListedToo() {
        JsonNode run = JSON.<JsonNode>valueToTree(SarifReport.of(
                        RULES, verdict(finding("custom/no-print", 1, null)), Map.of(MODULE, "print(1)\n"), DOOR))
                .at("/runs/0");

        assertThat(run.at("/results/0/ruleIndex").asInt()).isEqualTo(1);
        assertThat(run.at("/tool/driver/rules/1/id").asString()).isEqualTo("custom/no-print");
    }

    @Test
    void aFingerprintStaysWhenLinesAroundItMoveAndChangesWithItsOwn() {
        String before = fingerprint(report("x = 1\ny = ().__class__\n", 2), 0);

        assertThat(fingerprint(report("y = ().__class__\n", 1), 0)).isEqualTo(before);
        assertThat(fingerprint(report("if x:\n    z = 2\n\n    y = ().__class__\n", 4), 0))
                .isEqualTo(before);
        assertThat(fingerprint(report("y = [].__class__\n", 1), 0)).isNotEqualTo(before);
    }

    @Test
    void theSameLineTwiceHasTwoFingerprintsAndSoHaveTwoFiles() {
        JsonNode twice = report("y = ().__class__\ny = ().__class__\n", 1, 2);
        assertThat(fingerprint(twice, 0)).isNotEqualTo(fingerprint(twice, 1));

        var files = new LinkedHashMap<String, String>();
        files.put(MODULE, "y = ().__class__\n");
        files.put("tests/test_analyst.py", "y = ().__class__\n");
        JsonNode two = JSON.valueToTree(SarifReport.of(
                RULES,
                verdict(finding("dunder-access", 1, MODULE), finding("dunder-access", 1, "tests/test_analyst.py")),
                files,
                DOOR));
        assertThat(fingerprint(two, 0)).isNotEqualTo(fingerprint(two, 1));
    }

    @Test
    void aScanThatDidNotEndIsNoSuccessfulExecution() {
        assertThat(report("x = 1\n", 1)
                        .at("/runs/0/invocations/0/executionSuccessful")
                        .asBoolean())
                .isTrue();
        assertThat(JSON.<JsonNode>valueToTree(SarifReport.of(
                                RULES, verdict(finding("check-late", 1, null)), Map.of(MODULE, "x = 1\n"), DOOR))
                        .at("/runs/0/invocations/0/executionSuccessful")
                        .asBoolean())
                .isFalse();
    }

    private static JsonNode report(String code, int... lines) {
        JsonNode[] findings = java.util.Arrays.stream(lines)
                .mapToObj(line -> finding("dunder-access", line, null))
                .toArray(JsonNode[]::new);
        return JSON.valueToTree(SarifReport.of(RULES, verdict(findings), Map.of(MODULE, code), DOOR));
    }

    private static JsonNode verdict(JsonNode... findings) {
        ObjectNode verdict = JSON.createObjectNode()
                .put("passed", false)
                .put("policyVersion", "2026.3")
                .put("scannedDigest", "ab");
        verdict.putArray("checks").add("syntax").add("allow-list");
        verdict.putArray("findings").addAll(List.of(findings));
        return verdict;
    }

    private static JsonNode finding(String rule, int line, @org.jspecify.annotations.Nullable String path) {
        return JSON.createObjectNode()
                .put("rule", rule)
                .put("severity", "CRITICAL")
                .put("layer", "ALLOW_LIST")
                .put("line", line)
                .put("column", 5)
                .put("message", "attribute '__class__' leads into the interpreter: use type(x)")
                .put("confidence", "HIGH")
                .put("cwe", "CWE-95")
                .put("path", path);
    }

    private static String fingerprint(JsonNode report, int result) {
        return report.at("/runs/0/results/%d/partialFingerprints/primaryLocationLineHash".formatted(result))
                .asString();
    }

    private static List<Error> problems(JsonNode report) {
        JsonNode schema = JSON.readTree(requireNonNull(
                SarifReportTests.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"),
                "the standard's schema"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(schema)
                .validate(report);
    }
}
