package io.crewsmith.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ScanBodyTests {

    @Test
    void aVerdictWithoutFindingsHasPassedBoth() {
        assertThat(body("{\"passed\": true, \"checks\": [\"syntax\"], \"findings\": []}"))
                .isEqualTo(
                        "{\"ast_validation\":{\"passed\":true,\"errors\":[]},\"security_scan\":{\"passed\":true,\"issues\":[],\"severity_breakdown\":{\"CRITICAL\":0,\"ERROR\":0,\"WARNING\":0,\"INFO\":0}}}");
    }

    @Test
    void whatIsNoPythonFailsBoth() {
        assertThat(body("""
                        {"passed": false, "checks": ["syntax"], "findings": [{"rule": "syntax-error", "severity": "ERROR",
                         "layer": "SYNTAX", "line": 3, "column": 7, "message": "invalid syntax"}]}
                        """))
                .isEqualTo(
                        "{\"ast_validation\":{\"passed\":false,\"errors\":[\"line 3: invalid syntax\"]},\"security_scan\":{\"passed\":false,\"issues\":[{\"rule\":\"syntax-error\",\"severity\":\"ERROR\",\"confidence\":null,\"cwe\":null,\"path\":null,\"line\":3,\"column\":7,\"message\":\"invalid syntax\",\"help\":\"/api/rules/syntax-error\"}],\"severity_breakdown\":{\"CRITICAL\":0,\"ERROR\":1,\"WARNING\":0,\"INFO\":0}}}");
    }

    @Test
    void aSyntaxCheckThatDidNotAnswerHasNotPassed() {
        assertThat(ScanBody.of(JsonMapper.shared().readTree("{\"passed\": false, \"checks\": [], \"findings\": []}"))
                        .astValidation()
                        .passed())
                .isFalse();
    }

    @Test
    void aFindingSaysHowSureItIsWhereItIsAndWhereItsRuleIsExplained() {
        assertThat(body("""
                        {"passed": false, "checks": ["syntax"], "findings": [{"rule": "dunder-access",
                         "severity": "CRITICAL", "layer": "ALLOW_LIST", "line": 3, "column": 7, "message": "m",
                         "confidence": "HIGH", "cwe": "CWE-95", "path": "app/agents/a.py"}]}
                        """))
                .contains(
                        "\"severity\":\"CRITICAL\",\"confidence\":\"HIGH\",\"cwe\":\"CWE-95\",\"path\":\"app/agents/a.py\","
                                + "\"line\":3,\"column\":7,\"message\":\"m\",\"help\":\"/api/rules/dunder-access\"");
    }

    @Test
    void aCustomRuleExplainsItselfAndAnOldFindingIsNotMadeSurer() {
        assertThat(body("""
                        {"passed": true, "checks": ["syntax"], "findings": [{"rule": "custom/no-print",
                         "severity": "INFO", "layer": "CUSTOM", "line": 1, "column": 1, "message": "m",
                         "confidence": "UNKNOWN", "cwe": null, "path": null}]}
                        """)).contains("\"confidence\":null").contains("\"help\":null");
    }

    private static String body(String verdict) {
        return JsonMapper.shared()
                .writeValueAsString(ScanBody.of(JsonMapper.shared().readTree(verdict)));
    }
}
