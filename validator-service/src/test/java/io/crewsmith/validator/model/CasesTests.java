package io.crewsmith.validator.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CasesTests {

    private static final Validator VALIDATOR = new Validator();

    @AfterAll
    static void close() {
        VALIDATOR.close();
    }

    /** One line of a corpus; prints as its id. */
    record Case(String id, String code, String why) {
        @Override
        public String toString() {
            return id + " " + why;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malicious")
    void everyMaliciousCaseIsRefused(Case given) {
        assertThat(VALIDATOR.validate(given.code()).passed()).as(given.code()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clean")
    void noCleanCaseIsFlagged(Case given) {
        assertThat(VALIDATOR.validate(given.code()).findings())
                .as(given.code())
                .allMatch(finding -> finding.severity() == Severity.INFO);
    }

    @Test
    void theCorporaAreComplete() throws Exception {
        assertThat(malicious()).hasSize(130);
        assertThat(clean()).hasSize(28);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal_agent.py", "crew_two_agents.py"})
    void realAgentModulesPassWithoutAWord(String name) throws Exception {
        var verdict = VALIDATOR.validate(Files.readAllBytes(resource("modules/" + name)));
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.passed()).isTrue();
    }

    @Test
    void theFullAgentPassesWithAWarningThatItMayRunCode() throws Exception {
        var verdict = VALIDATOR.validate(Files.readAllBytes(resource("modules/full_agent.py")));
        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.findings()).extracting(Finding::rule).containsExactly("code-execution");
    }

    static List<Case> malicious() throws Exception {
        return cases("cases/malicious.jsonl");
    }

    static List<Case> clean() throws Exception {
        return cases("cases/clean.jsonl");
    }

    private static List<Case> cases(String file) throws Exception {
        var json = new JsonMapper();
        try (Stream<String> lines = Files.lines(resource(file), UTF_8)) {
            return lines.map(json::readTree)
                    .map(row -> new Case(
                            row.get("id").asString(),
                            row.get("code").asString(),
                            row.get("why").asString()))
                    .toList();
        }
    }

    static Path resource(String name) throws IOException {
        var resource = CasesTests.class.getResource("/" + name);
        assertThat(resource).as(name).isNotNull();
        return Path.of(java.net.URI.create(String.valueOf(resource)));
    }
}
