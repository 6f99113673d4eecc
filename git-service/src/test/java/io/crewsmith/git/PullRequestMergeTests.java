package io.crewsmith.git;

import static io.crewsmith.git.Changes.change;
import static io.crewsmith.git.Changes.run;
import static io.crewsmith.git.GitClient.git;
import static io.crewsmith.git.RepositoryView.committed;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.Effect.Conflicted;
import io.crewsmith.git.model.Effect.Refused;
import io.crewsmith.git.model.Effect.Unchanged;
import io.crewsmith.git.model.RepositoryLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merges at GitHub: of the approved commit, of no other. */
class PullRequestMergeTests {

    private static final String KEY = "market-analyst";
    private static final String MODULE = RepositoryLayout.path(KEY, "app/agents/market_analyst.py");

    @TempDir
    private Path temporary;

    private @Nullable GitHubView view;

    @BeforeEach
    void begin() throws Exception {
        view = new GitHubView(temporary);
    }

    @AfterEach
    void everyRequestAndAnswerIsAsGitHubDescribesIt() {
        view().close();
        assertThat(view().github.violations()).isEmpty();
    }

    @Test
    void anApprovedRunIsMergedThereWithTheApprovedCommitAndFollowedHere() throws Exception {
        view().open(change(1, KEY, "one\n"));

        String commit = committed(view().service.merge(change(1, KEY, "one\n"))).commit();

        assertThat(view().pull().merged).isTrue();
        assertThat(git(view().shared, "show", "main:" + MODULE)).isEqualTo("one\n");
        assertThat(git(view().shared, "rev-parse", "main").strip()).isEqualTo(commit);
        assertThat(git(view().shared, "log", "-1", "--format=%B", "main")).contains("Crewsmith-Run: " + run(1));
        assertThat(git(view().shared, "branch", "--format=%(refname:short)")).isEqualTo("main\n");
        assertThat(git(view().shared, "tag")).isEqualTo("agents/market-analyst/v1\n");
        assertThat(view().service.merge(change(1, KEY, "one\n"))).isInstanceOf(Unchanged.class);
        assertThat(git(view().shared, "fsck", "--strict", "--no-dangling")).isEmpty();
    }

    @Test
    void aNewerPullRequestOfTheBranchIntoAnotherOneIsNotOurs() throws Exception {
        Change change = change(1, KEY, "one\n");
        view().open(change);
        view().github.people.propose(change.branch(), "develop");

        committed(view().service.merge(change));

        assertThat(view().github.writes)
                .contains("PUT /repos/acme/agents/pulls/1/merge")
                .doesNotContain("PUT /repos/acme/agents/pulls/2/merge");
        assertThat(git(view().shared, "show", "main:" + MODULE)).isEqualTo("one\n");
    }

    @Test
    void anAnswerThatIsLostIsNoSecondMerge() throws Exception {
        view().open(change(1, KEY, "one\n"));
        view().github.loseAnswersAfter(0);
        assertThat(GitHubView.isAnswered(() -> view().service.merge(change(1, KEY, "one\n"))))
                .isFalse();
        view().github.loseAnswersAfter(Integer.MAX_VALUE);

        committed(view().service.merge(change(1, KEY, "one\n")));

        assertThat(git(view().shared, "log", "--merges", "--format=%s", "main").lines())
                .hasSize(1);
    }

    @Test
    void commitsThatWereAddedAfterTheApprovalAreNotMerged() throws Exception {
        view().open(change(1, KEY, "one\n"));
        addCommit();

        assertThat(view().service.merge(change(1, KEY, "one\n")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("Pull request #1 holds other commits than the approved"));
        assertThat(git(view().shared, "ls-tree", "-r", "--name-only", "main")).doesNotContain("evil.py");
        assertThat(view().pull().merged).isFalse();
    }

    @Test
    void norAreTheyWhenTheRunIsResumed() throws Exception {
        Change change = change(1, KEY, "one\n");
        view().open(change);
        String ours = view().head(change.branch());
        addCommit();

        assertThat(view().service.release(change))
                .isEqualTo(new Refused("Branch %s is there already, with other code. Take that away, then resume."
                        .formatted(change.branch())));
        assertThat(view().service.merge(change))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("Pull request #1 holds other commits than the approved " + ours));

        git(view().shared, "update-ref", "refs/heads/" + change.branch(), ours);
        committed(view().service.release(change));
        assertThat(git(view().shared, "ls-tree", "-r", "--name-only", "main")).doesNotContain("evil.py");
    }

    /** Somebody puts a commit on the branch of the pull request. */
    private void addCommit() throws Exception {
        Path person = temporary.resolve("person");
        git(temporary, "clone", "-q", "-b", view().pull().branch, view().shared.toString(), person.toString());
        Files.writeString(person.resolve("evil.py"), "import os\n");
        git(person, "add", "-A");
        git(person, "commit", "-q", "-m", "docs: Nothing to see");
        git(person, "push", "-q");
    }

    @Test
    void whatSomebodyMergedThereWithMoreOnTopIsNotDeployed() throws Exception {
        Change change = change(1, KEY, "one\n");
        view().open(change);
        Path person = temporary.resolve("person");
        git(temporary, "clone", "-q", "-b", change.branch(), view().shared.toString(), person.toString());
        Files.writeString(person.resolve(MODULE), "evil\n");
        git(person, "commit", "-q", "-a", "-m", "fix: By hand");
        git(person, "push", "-q");
        view().github.people.merge(1, "ada");

        assertThat(view().service.merge(change))
                .isInstanceOfSatisfying(
                        Conflicted.class,
                        conflict -> assertThat(conflict.paths()).containsExactly(MODULE));
    }

    @Test
    void anEditByHandIsSeenBeforeItIsMergedThere() throws Exception {
        String text = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n";
        view().open(change(1, KEY, text));
        committed(view().service.merge(change(1, KEY, text)));
        Change next = change(2, KEY, text.replace("j\n", "J\n"));
        view().open(next);
        Path person = temporary.resolve("person");
        git(temporary, "clone", "-q", view().shared.toString(), person.toString());
        Files.writeString(person.resolve(MODULE), text.replace("a\n", "import os\n"));
        git(person, "commit", "-q", "-a", "-m", "fix: By hand");
        git(person, "push", "-q");

        assertThat(view().service.merge(next)).isInstanceOf(Conflicted.class);

        assertThat(git(view().shared, "show", "main:" + MODULE)).contains("import os", "j\n");
    }

    @Test
    void whatSomebodyClosedThereIsNotMerged() throws Exception {
        view().open(change(1, KEY, "one\n"));
        view().pull().open = false;

        assertThat(view().service.merge(change(1, KEY, "one\n")))
                .isEqualTo(new Refused("Pull request #1 was closed at GitHub. Reopen it, then resume."));
    }

    @Test
    void whatSomebodySquashedThereIsNoCommitOfOurs() throws Exception {
        view().open(change(1, KEY, "one\n"));
        view().github.people.squash(1, "ada");

        assertThat(view().service.merge(change(1, KEY, "one\n")))
                .isInstanceOfSatisfying(
                        Conflicted.class,
                        conflict -> assertThat(conflict.reason())
                                .startsWith("Edited by hand since the last release and not overwritten: " + MODULE));
    }

    @Test
    void aRunWithoutAPullRequestIsMergedByAPush() throws Exception {
        committed(view().service.branch(change(1, KEY, "one\n")));

        committed(view().service.merge(change(1, KEY, "one\n")));

        assertThat(git(view().shared, "show", "main:" + MODULE)).isEqualTo("one\n");
        assertThat(view().github.writes).isEmpty();
    }

    private GitHubView view() {
        return requireNonNull(view);
    }
}
