package io.crewsmith.validator.model.custom;

import static io.crewsmith.validator.model.custom.SampleRules.accepted;
import static io.crewsmith.validator.model.custom.SampleRules.problems;
import static io.crewsmith.validator.model.custom.SampleRules.rule;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.crewsmith.validator.model.Finding;
import io.crewsmith.validator.model.Layer;
import io.crewsmith.validator.model.Severity;
import io.crewsmith.validator.model.Validator;
import io.crewsmith.validator.model.Verdict;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What rules find. Each is loaded as it would be, so its first two codes are also its own proof. */
class CustomRuleTests {

    private static final Validator VALIDATOR = new Validator();

    @AfterAll
    static void close() {
        VALIDATOR.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import requests",
                "import requests as r",
                "import requests.sessions",
                "from requests import get",
                "from requests.sessions import Session as S",
                "from requests import *",
                "def f():\n    import requests",
                "x = __import__('requests')",
                "import importlib as i\ni.import_module('requests.api')"
            })
    void aForbiddenImportIsFoundHoweverItIsWritten(String code) {
        accepted(rule("forbid: {imports: [requests]}", code, "import requests_toolbelt\nrequests = 1"));
    }

    @ParameterizedTest
    @CsvSource({
        "requests.*, import requests.api, import requests",
        "requests.*, from requests import get, import json",
        "requests.get, from requests import get, from requests import post",
        "requests.get, from requests import *, import requests",
        "os.path, from os import path, import os"
    })
    void whatIsBelowAModuleCanBeForbiddenAlone(String pattern, String match, String noMatch) {
        accepted(rule("forbid: {imports: ['%s']}".formatted(pattern), match, noMatch));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import os\nos.system('id')",
                "import os as o\no.system('id')",
                "from os import system\nsystem('id')",
                "from os import system as s\ns('id')",
                "import os\n\n@os.system\ndef f():\n    pass",
                "import os\nx = [os.system(c) for c in 'ab']"
            })
    void aForbiddenCallIsFoundThroughEveryAlias(String code) {
        accepted(rule("forbid: {calls: [os.system]}", code, "import os\n\n\ndef system(x): ...\n\n\nsystem(os.name)"));
    }

    @ParameterizedTest
    @CsvSource({
        "print, print(1), 'def f(print):\n    print(1)'",
        "*.execute, self.db.execute(1), execute(1)",
        "subprocess.*, 'import subprocess as s\ns.run([])', 'import subprocess\nprint(subprocess)'"
    })
    void builtinsMethodsAndAllOfAModuleCanBeForbidden(String pattern, String match, String noMatch) {
        accepted(rule("forbid: {calls: ['%s']}".formatted(pattern), match, noMatch));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import os\nx = os.environ",
                "import os as o\no.environ['A'] = '1'",
                "from os import environ as e\nprint(e)",
                "import os\nos.environ.get('A')",
                "import os\ngetattr(os, 'environ')"
            })
    void aForbiddenAttributeIsFoundWhetherReadWrittenOrAskedForByName(String code) {
        accepted(rule("forbid: {attributes: [os.environ]}", code, "import os\nx = os.name\nenviron = x.environ"));
    }

    @Test
    void anAttributeOfWhateverObjectCanBeForbidden() {
        accepted(rule("forbid: {attributes: ['*.allow_code_execution']}", "a.b.allow_code_execution = True", "x = 1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(?i)internal\\.corp   | x = 'https://INTERNAL.corp/a' | x = 'internal-corp'",
                "^sk-[a-z0-9]{8,}$     | x = b'sk-0123456789'          | x = 'sk-'",
                "^secret               | x = f'secret {1}'            | x = 'no secret'",
                "one two               | x = ('one ' 'two')           | x = ['one', 'two']"
            })
    void aForbiddenLiteralIsFoundInEveryKindOfString(String pattern, String match, String noMatch) {
        accepted(rule("forbid: {literals: ['%s']}".formatted(pattern), match, noMatch));
    }

    @Test
    void theTextOfALiteralIsNotRepeatedSinceItMayBeASecret() {
        Verdict verdict =
                judged(rule("forbid: {literals: ['^sk-[a-z]+$']}", "x = 'sk-abc'", "x = ''"), "token = 'sk-hidden'\n");

        assertThat(verdict.findings())
                .extracting(Finding::message)
                .anySatisfy(message -> assertThat(message).isEqualTo("'^sk-[a-z]+$' is not wanted here: leave it out"));
        assertThat(verdict.findings().toString()).doesNotContain("hidden");
    }

    @ParameterizedTest
    @CsvSource({
        "'imports: [crewsmith_runtime.audit]', from crewsmith_runtime.audit import enable",
        "'calls: [audit.enable]', 'import audit as a\na.enable()'",
        "'attributes: [settings.TRACE]', 'from settings import TRACE as t\nprint(t)'",
        "'literals: [\"^owner: [a-z]+$\"]', x = 'owner: ann'"
    })
    void whatIsRequiredMustBeThere(String pattern, String present) {
        accepted(rule("require: {%s}".formatted(pattern), "x = 1", present));
    }

    @Test
    void eachThingRequiredIsMissedOnItsOwnAtTheBeginning() {
        Verdict verdict = judged(
                rule("require: {imports: [json, typing]}", "import json", "import json\nimport typing"),
                "import json\n");

        assertThat(verdict.findings())
                .containsExactly(new Finding(
                        "custom/sample",
                        Severity.ERROR,
                        Layer.CUSTOM,
                        1,
                        1,
                        "'typing' is not wanted here: leave it out"));
    }

    @Test
    void onePlaceIsOneFindingAndNamesMostOfWhatIsThere() {
        Verdict verdict = judged(
                rule("forbid: {attributes: [json.*, '*.dumps']}", "import json\njson.dumps", "import json"),
                "import json as j\nx = j.dumps(1)\n");

        assertThat(verdict.findings())
                .extracting(Finding::line, Finding::column, Finding::message)
                .containsExactly(tuple(2, 5, "'json.dumps' is not wanted here: leave it out"));
    }

    @Test
    void aRuleAppliesOnlyToTheCodeThatItIsFor() {
        String text = rule("forbid: {imports: [json]}\napplies_to: other", "import json", "x = 1");
        var book = new RuleBook("custom.1", List.of(accepted(text)), List.of());

        assertThat(judged(book, Origin.GENERATED, "import json\n").passed()).isTrue();
        assertThat(judged(book, Origin.OTHER, "import json\n").passed()).isFalse();
    }

    @Test
    void aWarningDoesNotFailAndEveryVerdictNamesTheRulesThatDecided() {
        String text = rule("forbid: {imports: [json]}", "import json", "x = 1").replace("ERROR", "WARNING");
        Verdict verdict = judged(text, "import json\n");

        assertThat(verdict.passed()).isTrue();
        assertThat(verdict.findings()).hasSize(1);
        assertThat(verdict.policyVersion()).isEqualTo(Validator.POLICY_VERSION + "+custom.1");
        assertThat(verdict.checks()).contains("custom-rules");
        assertThat(judged(RuleBook.EMPTY, Origin.OTHER, "import json\n").policyVersion())
                .isEqualTo(Validator.POLICY_VERSION);
    }

    @Test
    void whereTheRulesAreNotKnownForSureNothingPasses() {
        var book = new RuleBook("custom.1", List.of(), List.of("the rule custom/a cannot be read"));
        Verdict verdict = judged(book, Origin.OTHER, "x = 1\n");

        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.checks()).doesNotContain("custom-rules");
        assertThat(verdict.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("check-failed");
            assertThat(finding.message()).contains("custom/a cannot be read");
        });
    }

    @Test
    void examplesThatLieAreNamedWithWhatHappened() {
        assertThat(problems(rule("forbid: {imports: [requests]}", "import urllib3", "import json\nimport requests")))
                .extracting(RuleProblem::pointer, RuleProblem::line, RuleProblem::message)
                .containsExactly(
                        tuple(
                                "/examples/match/0",
                                8,
                                "example 1 of match is not found: correct the patterns or the example"),
                        tuple(
                                "/examples/no_match/0",
                                11,
                                "example 1 of no_match is found, in its line 2 for 'requests':"
                                        + " correct the patterns or the example"));
    }

    @Test
    void anExampleMustBePython() {
        assertThat(problems(rule("forbid: {imports: [requests]}", "import requests", "def (:")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .isEqualTo("example 1 of no_match is no Python: its line 1: '(' was never closed"));
    }

    private static Verdict judged(String rule, String code) {
        return judged(new RuleBook("custom.1", List.of(accepted(rule)), List.of()), Origin.OTHER, code);
    }

    private static Verdict judged(RuleBook book, Origin origin, String code) {
        return VALIDATOR.validate(code.getBytes(UTF_8), List.of(book.check(origin)));
    }
}
