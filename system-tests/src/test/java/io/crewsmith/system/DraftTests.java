package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.system.Api.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Previews and scans, which leave no trace; on the real agents of the test cases. */
class DraftTests {

    private static final Path CASES = Path.of("../catalogue/src/test/resources/cases");

    private final Api author = Api.as("author");

    @TestFactory
    List<DynamicTest> everyRealAgentIsRenderedAndPassesTheScan() throws IOException {
        return Files.readAllLines(CASES.resolve("agents.jsonl")).stream()
                .map(line -> DynamicTest.dynamicTest(
                        JsonMapper.shared().readTree(line).path("agent_key").asString(), () -> {
                            Answer preview = author.post("/api/agents/preview", line);
                            assertThat(preview.status()).isEqualTo(200);
                            assertThat(preview.body()
                                            .at("/security_scan/passed")
                                            .asBoolean())
                                    .as(preview.response().body())
                                    .isTrue();
                            assertThat(preview.body().at("/warnings").isArray()).isTrue();
                        }))
                .toList();
    }

    @Test
    void aPreviewOfAnInvalidAgentSaysWhatIsWrong() {
        assertThat(author.post("/api/agents/preview", "{}").status()).isEqualTo(422);
    }

    @Test
    void aPreviewLeavesNoTrace() {
        String key = Agents.agent().path("agent_key").asString();

        author.post("/api/agents/preview", Agents.agent().put("agent_key", key).toString());

        assertThat(author.get("/api/agents?limit=200").response().body()).doesNotContain("\"" + key + "\"");
    }

    @Test
    void givenCodeIsJudged() {
        JsonNode scan = author.post("/api/code-scans", "{\"code\": \"import os\\nos.system('id')\\n\"}")
                .body();

        assertThat(scan.at("/ast_validation/passed").asBoolean()).isTrue();
        assertThat(scan.at("/security_scan/passed").asBoolean()).isFalse();
        assertThat(scan.at("/security_scan/issues/0/severity").asString()).isEqualTo("CRITICAL");
        assertThat(scan.at("/security_scan/issues/0/line").asInt()).isEqualTo(1);
        assertThat(scan.at("/security_scan/issues/0/message").asString()).contains("os");
        assertThat(scan.at("/security_scan/severity_breakdown/CRITICAL").asInt())
                .isPositive();
    }

    @Test
    void codeThatIsNoPythonSaysWhere() {
        JsonNode scan =
                author.post("/api/code-scans", "{\"code\": \"def f(:\\n\"}").body();

        assertThat(scan.at("/ast_validation/passed").asBoolean()).isFalse();
        assertThat(scan.at("/ast_validation/errors/0").asString()).contains("line 1");
        assertThat(scan.at("/security_scan/passed").asBoolean()).isFalse();
    }

    @Test
    void codeIsMissing() {
        assertThat(author.post("/api/code-scans", "{}").status()).isEqualTo(422);
    }

    /** Sent as it is, malformed or not; what is no text at all is refused at the door. */
    @TestFactory
    Stream<DynamicTest> hugeDeepAndMalformedCodeIsJudgedAndNeverAFailureOfOurs() {
        return Map.of(
                        "a megabyte",
                        "x = 1\n".repeat(180_000),
                        "a line of a megabyte",
                        "x = '" + "a".repeat(1_048_576) + "'\n",
                        "100,000 minus signs",
                        "x = " + "-".repeat(100_000) + "1\n",
                        "100,000 parentheses",
                        "x = " + "(".repeat(100_000) + "\n",
                        "NUL",
                        "x = 1\0\nimport os\n",
                        "a byte order mark",
                        "\ufeffx = 1\n",
                        "carriage returns",
                        "x = 1\rimport os\r",
                        "text that turns round",
                        "x = '\u202e'\n")
                .entrySet()
                .stream()
                .map(input -> DynamicTest.dynamicTest(input.getKey(), () -> {
                    String body = JsonMapper.shared()
                            .createObjectNode()
                            .put("code", input.getValue())
                            .toString();
                    Answer answer = author.post("/api/code-scans", body);
                    assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
                    assertThat(answer.body().at("/security_scan/passed").asBoolean())
                            .isFalse();
                    assertThat(answer.response().body())
                            .doesNotContain("check-failed", "check-late", "parser-failed", "\"busy\"");
                }));
    }

    @Test
    void halfACharacterIsNoText() {
        assertThat(author.post("/api/code-scans", "{\"code\": \"x = '\\ud800'\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void theRulesOfTheValidatorAreListedAndEveryFindingLeadsToItsOwn() {
        JsonNode issue = author.post("/api/code-scans", "{\"code\": \"import os\\n\"}")
                .body()
                .at("/security_scan/issues/0");

        assertThat(author.get("/api/rules").body().at("/items").size()).isGreaterThan(40);
        assertThat(author.get(issue.path("help").asString()).text("/rule"))
                .isEqualTo(issue.path("rule").asString());
    }
}
