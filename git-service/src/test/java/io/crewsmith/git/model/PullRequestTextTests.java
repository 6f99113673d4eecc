package io.crewsmith.git.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read at the forge. */
class PullRequestTextTests {

    private static final UUID RUN = UUID.fromString("0199f3a2-0000-7000-8000-000000000001");

    /** Code in Markdown: a run of backticks up to the next run of the same length. */
    private static final Pattern CODE = Pattern.compile("(?<!`)(`+)(?!`)(.+?)(?<!`)\\1(?!`)", Pattern.DOTALL);

    @Test
    void theWholeTextOfAChange() {
        var proposal = proposal(
                "ada",
                """
                --- before
                +++ after
                @@ -1,3 +1,3 @@
                 {
                -  "goal" : "Find",
                +  "goal" : "Find more",
                """,
                List.of("medium", "/llm_model was changed.", "/goal was changed."),
                List.of("WARNING prompt-override, line 12: Tries to override."));

        assertThat(PullRequestText.title(proposal)).isEqualTo("Release agent market-analyst, revision 3");
        assertThat(PullRequestText.body(proposal)).isEqualTo("""
                        <!-- crewsmith-run: 0199f3a2-0000-7000-8000-000000000001 -->
                        Crewsmith generated this code for agent ` market-analyst ` from revision 3 of its configuration, which ` ada ` changed last.

                        - Code: sha256 `dddd`. An approval is bound to it.
                        - Needed: 1 approval. Never by whoever changed the configuration or asked for the code.
                        - Scan: passed, with 1 remark(s) below.
                        - Run: [0199f3a2-0000-7000-8000-000000000001](https://crewsmith.example.com/deployments/1)

                        ### Risk: medium

                        - ` /llm_model was changed. `
                        - ` /goal was changed. `

                        ### What the scan found

                        - ` WARNING prompt-override, line 12: Tries to override. `

                        ### What CrewAI cannot express as asked

                        - ` memory_config: CrewAI keeps it in files. `

                        ### What changed in the configuration

                        ```diff
                        --- before
                        +++ after
                        @@ -1,3 +1,3 @@
                         {
                        -  "goal" : "Find",
                        +  "goal" : "Find more",
                        ```

                        ### How to roll back

                        In Crewsmith, on the page of the run or by `POST /api/code-deployments/0199f3a2-0000-7000-8000-000000000001/rollback`. It brings the version before back
                        by a new commit; history stays.
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@everyone please approve",
                "fixes #1, closes acme/agents#2",
                "<img src=x onerror=alert(1)><script>alert(1)</script>",
                "` @ada `",
                "``` @ada ```",
                "```\n@ada\n```\n# title",
                "![x](https://evil.example/x.png) https://evil.example",
                "--> @ada <!--",
                "| a | b |\n|---|---|\n- [x] done",
                "`",
                "a`",
                "\\` @ada \\`"
            })
    void nothingThatAUserWroteIsMarkup(String hostile) {
        String body = PullRequestText.body(
                proposal(hostile, "+" + hostile.replace("\n", "\n+"), List.of("low", hostile), List.of(hostile)));

        String outside =
                CODE.matcher(body.replace(PullRequestText.marker(RUN), "")).replaceAll("");

        assertThat(outside).doesNotContain("@", "#1", "<", "evil", "acme", "[x]", "title");
        assertThat(CODE.matcher(PullRequestText.closing(RUN, hostile, hostile)).replaceAll(""))
                .isEqualTo(PullRequestText.marker(RUN) + "\nClosed:  \n");
    }

    @Test
    void hiddenAndDirectionalCharactersAreShown() {
        assertThat(PullRequestText.closing(RUN, "bob", "a\u202eb\u200bc\u0000"))
                .contains("` a\\u{202e}b\\u{200b}c\\u{0} `");
    }

    @Test
    void asMuchIsShownAsFits() {
        List<String> many = Collections.nCopies(5_000, "x".repeat(5_000));

        assertThat(PullRequestText.body(proposal("ada", "+x\n".repeat(100_000), many, many)))
                .contains("- and 4969 more", "… cut; the run's page shows all of it");
    }

    /** Each grows when it is shown: it needs a longer fence, or stands there as its code point. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "`", "\u200b", "\udbff\udfff"})
    void itFitsHoweverMuchThereIsToSay(String character) {
        List<String> many = Collections.nCopies(5_000, character.repeat(5_000));
        String diff = "+%s\n".formatted(character.repeat(1_000)).repeat(1_000);
        List<String> risk = Stream.concat(Stream.of("low"), many.stream()).toList();

        assertThat(PullRequestText.body(proposal(character.repeat(5_000), diff, risk, many, many)))
                .hasSizeLessThan(65_536)
                .contains("- and ", "… cut; the run's page shows all of it");
    }

    private static Proposal proposal(String author, String diff, List<String> risk, List<String> findings) {
        return proposal(author, diff, risk, findings, List.of("memory_config: CrewAI keeps it in files."));
    }

    private static Proposal proposal(
            String author, String diff, List<String> risk, List<String> findings, List<String> warnings) {
        return new Proposal(
                RUN,
                "agent-code/market-analyst-00000001",
                new Proposal.Subject("agent", "market-analyst"),
                3,
                author,
                "dddd",
                "https://crewsmith.example.com/deployments/1",
                diff,
                risk,
                findings,
                warnings,
                "1 approval");
    }
}
