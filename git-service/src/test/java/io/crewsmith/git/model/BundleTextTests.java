package io.crewsmith.git.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What people read of many runs at the forge. */
class BundleTextTests {

    private static final UUID BUNDLE = UUID.fromString("0199f3a2-0000-7000-8000-00000000bbbb");
    private static final int LONGEST = 65_536;

    @Test
    void theWholeTextOfTwo() {
        List<BundleText.Line> lines = List.of(
                line("market-analyst", List.of("low", "/goal was changed."), List.of()),
                line("writer", List.of("high", "The code imports os."), List.of("WARNING x, line 3: `odd` @bob #1")));

        assertThat(BundleText.title(lines)).isEqualTo("Release 2 agents and crews");
        assertThat(BundleText.body(BUNDLE, lines)).isEqualTo("""
                        <!-- crewsmith-run: 0199f3a2-0000-7000-8000-00000000bbbb -->
                        Crewsmith generated this code. A review here counts for all that is listed, and for each by its own rules: never by
                        whoever changed its configuration or asked for its code. To decide about one alone, go to its run in Crewsmith; what
                        is rejected or changed there is taken out here.

                        - agent ` market-analyst `, revision 3, changed last by ` ada `; risk: low; scan passed, 0 remark(s); code sha256 `dddddddddddd`; run [0199f3a2-0000-7000-8000-00000000bbbb](https://crewsmith.example.com)
                          - ` /goal was changed. `
                        - agent ` writer `, revision 3, changed last by ` ada `; risk: high; scan passed, 1 remark(s); code sha256 `dddddddddddd`; run [0199f3a2-0000-7000-8000-00000000bbbb](https://crewsmith.example.com)
                          - ` The code imports os. `

                        ### What the scans found

                        - `` writer: WARNING x, line 3: `odd` @bob #1 ``

                        ### How to roll back

                        Each for itself, in Crewsmith on the page of its run, or by `POST /api/code-deployments/{run}/rollback`. It brings the
                        version before back by a new commit; history stays.
                        """);
    }

    @Test
    void whatHasNoRoomIsLeftOutTheReasonsFirst() {
        String reason = "The code imports " + "crewai.knowledge.".repeat(10);
        List<String> risk = List.of("high", reason, reason, reason);
        List<BundleText.Line> hundred = IntStream.range(0, 100)
                .mapToObj(number -> line("agent-" + number, risk, List.of()))
                .toList();

        assertThat(BundleText.body(BUNDLE, hundred))
                .hasSizeLessThan(LONGEST)
                .contains("agent-0 `", "agent-99 `")
                .doesNotContain("The code imports");
    }

    @Test
    void howManyAreLeftOutIsSaid() {
        String hidden = "\u202e".repeat(300);
        List<BundleText.Line> lines = IntStream.range(0, 200)
                .mapToObj(number -> line(hidden, List.of("low", hidden), Collections.nCopies(20, hidden)))
                .toList();

        assertThat(BundleText.body(BUNDLE, lines))
                .hasSizeLessThan(LONGEST)
                .containsPattern("- and \\d+ more\n\n### What the scans found\n\n- ")
                .containsPattern("- and \\d+ more\n\n### How to roll back\n");
    }

    private static BundleText.Line line(String key, List<String> risk, List<String> remarks) {
        return new BundleText.Line(
                BUNDLE,
                new Proposal.Subject("agent", key),
                3,
                "ada",
                "d".repeat(64),
                risk,
                remarks,
                remarks.size(),
                "https://crewsmith.example.com");
    }
}
