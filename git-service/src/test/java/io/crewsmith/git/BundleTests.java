package io.crewsmith.git;

import static io.crewsmith.git.BundleView.BRANCH;
import static io.crewsmith.git.BundleView.BUNDLE;
import static io.crewsmith.git.BundleView.branch;
import static io.crewsmith.git.BundleView.changed;
import static io.crewsmith.git.BundleView.path;
import static io.crewsmith.git.BundleView.subject;
import static io.crewsmith.git.BundleView.unchanged;
import static io.crewsmith.git.Changes.change;
import static io.crewsmith.git.Changes.run;
import static io.crewsmith.git.GitClient.git;
import static io.crewsmith.git.RepositoryView.committed;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crewsmith.events.v1.PullRequestOpened;
import io.crewsmith.git.model.Effect.Created;
import io.crewsmith.git.model.Effect.Done;
import io.crewsmith.github.StandInPull;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many runs in one pull request, on real Git and a GitHub that keeps to its own description. */
class BundleTests {

    @TempDir
    private Path temporary;

    private @Nullable BundleView it;

    @BeforeEach
    void begin() throws Exception {
        it = new BundleView(temporary);
    }

    @AfterEach
    void everyRequestAndAnswerIsAsGitHubDescribesIt() throws Exception {
        assertThat(git(it().view.shared, "fsck", "--strict", "--no-dangling")).isEmpty();
        it().close();
        assertThat(it().view.github.violations()).isEmpty();
    }

    @Test
    void aHundredRunsAreOnePullRequestOfFiveRequests() throws Exception {
        List<PullRequestOpened> opened = it().open(100);

        StandInPull pull = it().view.pull();
        assertThat(it().view.github.writes).hasSize(5);
        assertThat(pull.title).isEqualTo("Release 100 agents and crews");
        assertThat(pull.body)
                .startsWith("<!-- crewsmith-run: " + BUNDLE)
                .contains(
                        "- agent ` agent-7 `, revision 3, changed last by ` ada `; risk: low; scan passed, 1 remark(s); code sha256")
                .contains("run [%s](https://crewsmith.example.com/deployments/%1$s)\n  - ` /goal was changed. `\n"
                        .formatted(run(7)))
                .contains("- ` agent-7: WARNING prompt-override, line 1: Tries to override. `")
                .hasSizeLessThan(65_536);
        assertThat(opened).hasSize(100).allSatisfy(shown -> {
            assertThat(shown.getNumber()).isEqualTo(1);
            assertThat(shown.getCommit()).isEqualTo(pull.head);
        });
        assertThat(opened.get(7).getEnvelope().getRunId()).isEqualTo(run(7).toString());
        assertThat(opened.get(7).getEnvelope().getSubject())
                .isEqualTo(subject(7).toString());
        assertThat(git(it().view.shared, "show", pull.head + ":" + path(99))).isEqualTo("text 99\n");
        assertThat(git(it().view.shared, "diff", "--name-only", "main...bundles/0000bbbb")
                        .lines())
                .hasSize(100);
        assertThat(it().view.github.state.statusesOf(pull.head)).hasSize(1);
    }

    @Test
    void openingItAgainDoesNothing() throws Exception {
        List<PullRequestOpened> opened = it().open(3);
        int writes = it().view.github.writes.size();

        assertThat(it().open(3)).isEqualTo(opened);

        assertThat(it().view.github.writes).hasSize(writes);
    }

    @Test
    void eachRunIsToldOfBeforeAnythingElseCanFail() throws Exception {
        committed(it().view.service.branch(changed(0)));
        List<PullRequestOpened> said = new ArrayList<>();
        it().view.github.loseAnswersAfter(1);

        assertThatThrownBy(() -> it().bundled(BUNDLE, List.of(0), said)).isInstanceOf(IOException.class);

        assertThat(said).hasSize(1);
        assertThat(it().view.pull().labels).isEmpty();
    }

    @Test
    void killedBetweenAnyTwoStepsNothingIsDoneTwice() throws Exception {
        for (int lost = 0; lost <= 5; lost++) {
            committed(it().view.service.branch(changed(lost)));
            var bundle = new UUID(0, lost);
            List<Integer> run = List.of(lost);
            it().view.github.loseAnswersAfter(lost);
            assertThat(GitHubView.isAnswered(() -> it().bundled(bundle, run)))
                    .as("with lost answers")
                    .isEqualTo(lost == 5);
            it().view.github.loseAnswersAfter(Integer.MAX_VALUE);

            assertThat(it().bundled(bundle, run)).hasSize(1);

            assertThat(it().view.github.state.pulls).hasSize(lost + 1);
            assertThat(it().view.github.state.statusesOf(it().view.github.state.pull(lost + 1).head))
                    .hasSize(1);
            assertThat(it().view.github.state.uploads).hasSize(lost + 1);
        }
    }

    @Test
    void whatIsRejectedIsTakenOutOfItsHistoryToo() throws Exception {
        it().open(3);
        String before = it().view.pull().head;
        String rejected = it().view.head(branch(1));

        List<PullRequestOpened> shown = it().reject(1);

        String now = it().view.head(BRANCH);
        assertThat(now).isNotEqualTo(before);
        assertThat(git(it().view.shared, "log", "--format=%H", now)).doesNotContain(rejected);
        assertThat(git(it().view.shared, "ls-tree", "-r", "--name-only", now))
                .contains(path(0), path(2))
                .doesNotContain(path(1));
        assertThat(shown)
                .extracting(opened -> opened.getEnvelope().getRunId())
                .containsExactly(run(0).toString(), run(2).toString());
        assertThat(shown).extracting(PullRequestOpened::getCommit).containsOnly(now);
        assertThat(it().view.pull().open).isTrue();
        assertThat(it().view.pull().comments)
                .containsExactly(
                        "<!-- crewsmith-run: %s -->\nTaken out: ` agent-1 `. ` bob ` ` rejected it: `@ada #1 `\n"
                                .formatted(run(1))
                                .replace("` rejected it: `@ada #1 `", "`` rejected it: `@ada #1 ``"));
        assertThat(it().reject(1)).isEqualTo(shown);
        assertThat(it().view.pull().comments).hasSize(1);
        assertThat(it().view.head(BRANCH)).isEqualTo(now);
    }

    @Test
    void killedWhileOneIsTakenOutTheOthersAreStillShown() throws Exception {
        it().open(3);
        it().view.github.loseAnswersAfter(0);
        assertThat(GitHubView.isAnswered(() -> it().reject(1))).isFalse();
        it().view.github.loseAnswersAfter(Integer.MAX_VALUE);

        assertThat(it().reject(1)).hasSize(2);

        assertThat(it().view.pull().comments).hasSize(1);
    }

    @Test
    void eachIsMergedForItselfAndWithTheLastThePullRequestIs() throws Exception {
        it().open(3);
        it().reject(1);

        Done first = committed(it().view.service.merge(changed(0)));
        assertThat(it().seen().merged).isFalse();
        Done last = committed(it().view.service.merge(changed(2)));

        assertThat(it().seen().merged).isTrue();
        assertThat(first).isInstanceOf(Created.class);
        assertThat(git(it().view.shared, "log", "--first-parent", "--format=%H", "-2", "main"))
                .isEqualTo("%s\n%s\n".formatted(last.commit(), first.commit()));
        assertThat(git(it().view.shared, "tag").lines()).containsExactly("agents/agent-0/v1", "agents/agent-2/v1");
        assertThat(git(it().view.shared, "ls-tree", "-r", "--name-only", "main"))
                .doesNotContain(path(1));
        assertThat(it().view.service.merge(changed(0))).isEqualTo(unchanged(0, first));
        assertThat(it().view.service.merge(changed(2))).isEqualTo(unchanged(2, last));
        assertThat(git(it().view.shared, "branch", "--format=%(refname:short)")).contains(BRANCH);
        it().view.service.branch(changed(5));
        it().bundled(UUID.randomUUID(), List.of(5));
        assertThat(git(it().view.shared, "branch", "--format=%(refname:short)")).doesNotContain(BRANCH);
    }

    @Test
    void whoMergesItThereMergesEachOfThem() throws Exception {
        it().open(3);
        it().view.github.people.merge(1, "ada");
        String merge = it().view.head("main");

        for (int number = 0; number < 3; number++) {
            assertThat(committed(it().view.service.merge(changed(number))).commit())
                    .isEqualTo(merge);
        }

        assertThat(git(it().view.shared, "tag", "--points-at", merge).lines()).hasSize(3);
        assertThat(it().view.head("main")).isEqualTo(merge);
        // And nobody takes what was merged so for an edit by hand.
        assertThat(it().view.service.branch(change(9, "agent-1", "next\n"))).isInstanceOf(Created.class);
    }

    @Test
    void whenNothingOfItIsWaitedForAnyMoreItIsClosed() throws Exception {
        it().open(2);
        committed(it().view.service.merge(changed(0)));

        assertThat(it().reject(1)).isEmpty();

        assertThat(it().view.pull().open).isFalse();
        assertThat(it().view.pull().merged).isFalse();
        assertThat(git(it().view.shared, "branch", "--format=%(refname:short)")).doesNotContain("bundles/");
        assertThat(it().reject(1)).isEmpty();
        assertThat(it().view.pull().comments).hasSize(1);
    }

    private BundleView it() {
        return requireNonNull(it);
    }
}
