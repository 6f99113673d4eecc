package io.crewsmith.validator.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.python.PythonParser;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each case by its id, so that a report names what was missed. */
class CaseTests {

    private static final Validator VALIDATOR = new Validator(new PythonParser(), Policy.current());
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Case(String id, String why, String code) {
        @Override
        public String toString() {
            return id + ": " + why;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malicious")
    void refusesWhatIsMalicious(Case one) {
        Verdict verdict = verdict(one.code());
        assertThat(verdict.passed()).as(one.toString()).isFalse();
        assertThat(verdict.findings()).anyMatch(finding -> finding.severity().failsScan());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("clean")
    void saysNothingOfWhatIsClean(Case one) {
        Verdict verdict = verdict(one.code());
        assertThat(verdict.findings()).as(one.toString()).allMatch(finding -> finding.severity() == Severity.INFO);
        assertThat(verdict.passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal_agent.py", "full_agent.py", "crew_two_agents.py"})
    void passesAgentsAsTheyAreWritten(String name) throws Exception {
        Verdict verdict = verdict(Files.readString(resource("examples/" + name)));
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.passed()).isTrue();
    }

    static Stream<Case> malicious() throws Exception {
        return cases("cases/malicious.jsonl");
    }

    static Stream<Case> clean() throws Exception {
        return cases("cases/clean.jsonl");
    }

    private static Verdict verdict(String code) {
        return VALIDATOR.validate(List.of(code), "digest");
    }

    private static Stream<Case> cases(String name) throws IOException, URISyntaxException {
        return Files.readAllLines(resource(name)).stream().map(JSON::readTree).map(CaseTests::one);
    }

    private static Case one(JsonNode json) {
        String code = json.get("code").asString().repeat(json.path("repeat").asInt(1));
        return new Case(json.get("id").asString(), json.get("why").asString(), code);
    }

    private static Path resource(String name) throws URISyntaxException {
        URL url = Objects.requireNonNull(CaseTests.class.getClassLoader().getResource(name), name);
        return Path.of(url.toURI());
    }
}
