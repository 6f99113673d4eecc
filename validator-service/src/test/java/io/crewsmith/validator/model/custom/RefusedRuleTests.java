package io.crewsmith.validator.model.custom;

import static io.crewsmith.validator.model.custom.SampleRules.problems;
import static io.crewsmith.validator.model.custom.SampleRules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are no rules, by mistake or by intent. */
class RefusedRuleTests {

    private static final String SOUND = rule("forbid: {imports: [requests]}", "import requests", "import json");

    @Test
    void everyProblemIsSaidAtOnceWithItsLine() {
        List<RuleProblem> problems = problems("""
                id: no-requests
                message: no target
                severity: BAD
                color: red
                forbid: {imports: [1bad], literals: ['(']}
                """);

        assertThat(problems)
                .extracting(problem -> problem.pointer() + " " + problem.line() + " " + problem.code())
                .containsExactly(
                        " 1 required",
                        "/id 1 value",
                        "/title 1 required",
                        "/message 2 value",
                        "/severity 3 value",
                        " 4 unknown",
                        "/forbid/imports/0 5 value",
                        "/forbid/literals/0 5 pattern");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blacklisted-import",
                "custom/",
                "custom/Upper",
                "custom/a--b",
                "custom/../x",
                "other/name",
                "custom/a b",
                "custom/é"
            })
    void theIdOfABuiltInRuleCannotBeTaken(String id) {
        assertThat(problems(SOUND.replace("custom/sample", "'" + id + "'")))
                .extracting(RuleProblem::pointer)
                .containsExactly("/id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "title: A sample            | title: !!javax.script.ScriptEngineManager [] | tags are not read",
                "title: A sample            | title: !<tag:yaml.org,2002:str> x            | tags are not read",
                "title: A sample            | title: &a x                                  | anchors and aliases",
                "title: A sample            | title: *a                                    | anchors and aliases",
                "title: A sample            | title: [                                     | this is no YAML",
                "title: A sample            | title: 'a'\\ntitle: 'b'                      | 'title' is there twice",
                "title: A sample            | title: yes                                   | put it in quotes",
                "title: A sample            | title: 12                                    | put it in quotes",
                "title: A sample            | title: {}                                    | put it in quotes",
                "title: A sample            | title: ''                                    | 1 to 120 characters",
                "severity: ERROR            | severity: error                              | CRITICAL, ERROR, WARNING, INFO",
                "severity: ERROR            | severity: ERROR\\ncwe: 918                   | put it in quotes",
                "severity: ERROR            | severity: ERROR\\ncwe: CWE-0                 | such as CWE-918",
                "severity: ERROR            | severity: ERROR\\napplies_to: some           | all, generated, other",
                "severity: ERROR            | severity: ERROR\\nrequire: {calls: [x]}      | exactly one of them",
                "forbid: {imports: [requests]} | forbid: {}                                | at least one of",
                "forbid: {imports: [requests]} | forbid: []                                | must be a mapping",
                "forbid: {imports: [requests]} | forbid: {imports: requests}               | must be a list",
                "forbid: {imports: [requests]} | forbid: {imports: []}                     | 1 to 50 entries",
                "forbid: {imports: [requests]} | forbid: {imports: ['a.*.b']}              | no dotted name",
                "forbid: {imports: [requests]} | forbid: {imports: ['*']}                  | no dotted name",
                "forbid: {imports: [requests]} | forbid: {literals: ['(?=a)']}             | no RE2 expression",
                "forbid: {imports: [requests]} | forbid: {literals: ['(a)\\1']}            | no RE2 expression",
                "forbid: {imports: [requests]} | color: red                                | exactly one of them"
            })
    void aMistakeIsSaidInOneSentence(String sound, String wrong, String message) {
        assertThat(problems(SOUND.replace(sound, wrong.replace("\\n", "\n"))))
                .extracting(RuleProblem::message)
                .anySatisfy(said -> assertThat(said).contains(message));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202e", "\u200b", "\u00ad", "\ue000"})
    void aRuleMayHideNothingFromItsReaders(String hidden) {
        assertThat(problems(SOUND.replace("A sample", "A " + hidden + "sample")))
                .extracting(RuleProblem::pointer, RuleProblem::code)
                .containsExactly(tuple("/title", "hidden"));
    }

    @Test
    void aRuleWithoutExamplesIsRefused() {
        String text = SOUND.substring(0, SOUND.indexOf("examples"));

        assertThat(problems(text))
                .extracting(RuleProblem::message)
                .singleElement()
                .asString()
                .contains("'examples'");
        assertThat(problems(text + "examples: {match: [x = 1]}\n"))
                .extracting(RuleProblem::message)
                .singleElement()
                .asString()
                .contains("'no_match' is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   \n", "# only a comment\n", "--- \n", "text", "[]", "a: b\n---\nc: d\n", "\u0000", "\t- x"
            })
    void whatIsNoRuleAtAllIsRefused(String text) {
        assertThat(problems(text)).isNotEmpty();
    }

    @Test
    void aBillionLaughsAreNotEvenHeard() {
        var text = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int level = 1; level < 10; level++) {
            text.append("a%1$d: &a%1$d [".formatted(level))
                    .append("*a%d, ".formatted(level - 1).repeat(8))
                    .append("*a%d]\n".formatted(level - 1));
        }
        refusedQuickly(text.toString(), "anchors and aliases");
    }

    @Test
    void whatIsHugeIsRefusedUnread() {
        refusedQuickly("x".repeat(200_000_000), "larger than 65,536 bytes");
        refusedQuickly("é".repeat(40_000), "larger than 65,536 bytes");
    }

    @Test
    void whatIsDeepIsRefused() {
        refusedQuickly("[".repeat(30_000), "deeper than 16 levels");
        refusedQuickly("a:\n" + "- ".repeat(10_000) + "x", "deeper than 16 levels");
        refusedQuickly("{a: ".repeat(15_000), "deeper than 16 levels");
        refusedQuickly("? ".repeat(30_000), "deeper than 16 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "a: b\n", "[a],", "'", "\\", "a ", "#\n", "- ''\n", "%", "{a: b}\n", "|\n", "a:\n"})
    void repetitionTakesNoTime(String piece) {
        String text = piece.repeat(YamlText.LARGEST / piece.length());

        assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> assertThat(problems(text)).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"((a{1000}){1000}){1000}", "(((a{90}){90}){90}){90}", "a{99999999}", "(a{2,}){400}"})
    void anExpressionThatWouldGrowIsRefused(String expression) {
        refusedQuickly(
                SOUND.replace("forbid: {imports: [requests]}", "forbid: {literals: ['%s']}".formatted(expression)),
                "counts {n}");
    }

    @Test
    void anExpressionThatIsCatastrophicElsewhereTakesNoTimeHere() {
        String attack = "x = '%s!'".formatted("a".repeat(4_000));
        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> SampleRules.accepted(rule("forbid: {literals: ['^(a+)+$']}", "x = 'aaa'", attack)));
    }

    private static void refusedQuickly(String text, String message) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThat(problems(text))
                        .anySatisfy(problem -> assertThat(problem.message()).contains(message)));
    }
}
