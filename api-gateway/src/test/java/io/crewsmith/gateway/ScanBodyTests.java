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
                        "{\"ast_validation\":{\"passed\":false,\"errors\":[\"line 3: invalid syntax\"]},\"security_scan\":{\"passed\":false,\"issues\":[{\"rule\":\"syntax-error\",\"severity\":\"ERROR\",\"line\":3,\"column\":7,\"message\":\"invalid syntax\"}],\"severity_breakdown\":{\"CRITICAL\":0,\"ERROR\":1,\"WARNING\":0,\"INFO\":0}}}");
    }

    @Test
    void aSyntaxCheckThatDidNotAnswerHasNotPassed() {
        assertThat(ScanBody.of(JsonMapper.shared().readTree("{\"passed\": false, \"checks\": [], \"findings\": []}"))
                        .astValidation()
                        .passed())
                .isFalse();
    }

    private static String body(String verdict) {
        return JsonMapper.shared()
                .writeValueAsString(ScanBody.of(JsonMapper.shared().readTree(verdict)));
    }
}
