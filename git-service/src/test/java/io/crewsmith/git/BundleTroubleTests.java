package io.crewsmith.git;

import static io.crewsmith.git.BundleView.BRANCH;
import static io.crewsmith.git.BundleView.BUNDLE;
import static io.crewsmith.git.BundleView.changed;
import static io.crewsmith.git.BundleView.path;
import static io.crewsmith.git.Changes.run;
import static io.crewsmith.git.GitClient.git;
import static io.crewsmith.git.RepositoryView.committed;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crewsmith.events.v1.PullRequestOpened;
import io.crewsmith.git.github.Findings;
import io.crewsmith.git.github.Forge;
import io.crewsmith.git.github.ForgeMerge;
import io.crewsmith.git.github.PullRequest;
import io.crewsmith.git.model.Draft;
import io.crewsmith.platform.kafka.TryLaterException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may happen to many runs in one pull request at the same time, and who may be killed between. */
class BundleTroubleTests {

    @TempDir
    private Path temporary;

    private @Nullable BundleView it;

    @BeforeEach
    void begin() throws Exception {
        it = new BundleView(temporary);
    }

    @AfterEach
    void stop() {
        it().close();
        assertThat(it().view.github.violations()).isEmpty();
    }

    @Test
    void whatIsRejectedIsNoLongerShownHoweverLongACommentHasToWait() throws Exception {
        it().open(3);
        BundleProposals waiting = it().proposals(new Slow(it().view.forge, () -> {
            throw new TryLaterException("The budget is spent", Duration.ofHours(1));
        }));

        assertThatThrownBy(() -> it().reject(waiting, 1)).isInstanceOf(TryLaterException.class);
        it().view.github.people.merge(1, "ada");

        assertThat(it().files("main")).contains(path(0), path(2)).doesNotContain(path(1));
        assertThat(it().reject(1)).isEmpty();
    }

    @Test
    void aRejectionThatComesFirstCountsToo() throws Exception {
        for (int number = 0; number < 3; number++) {
            committed(it().view.service.branch(changed(number)));
        }
        assertThat(it().reject(1)).isEmpty();

        assertThat(it().bundled(BUNDLE, List.of(0, 1, 2))).hasSize(2);

        assertThat(it().files(BRANCH)).contains(path(0), path(2)).doesNotContain(path(1));
    }

    @Test
    void whoIsKilledBeforeItStandsHereGoesOnFromWhereItStandsThere() throws Exception {
        it().open(4);
        Branches local = it().view.ours.bare.branches();
        String ref = "refs/heads/" + BRANCH;
        ObjectId before = local.tip(ref);
        it().reject(1);
        local.move(ref, local.tip(ref), before);

        it().reject(2);
        assertThat(it().files(BRANCH)).doesNotContain(path(1), path(2));
        List<PullRequestOpened> shown = it().reject(1);

        assertThat(it().files(BRANCH)).contains(path(0), path(3)).doesNotContain(path(1), path(2));
        assertThat(shown)
                .extracting(PullRequestOpened::getCommit)
                .containsOnly(it().view.head(BRANCH));
    }

    @Test
    void whatOthersPutThereIsNotTakenOver() throws Exception {
        it().open(3);
        String ours = it().view.head(BRANCH);
        String theirs = git(it().view.shared, "commit-tree", "-p", ours, "-m", "theirs", ours + "^{tree}")
                .strip();
        git(it().view.shared, "update-ref", "refs/heads/" + BRANCH, theirs);

        assertThat(it().reject(1)).isEmpty();

        assertThat(it().view.head(BRANCH)).isEqualTo(theirs);
        assertThat(it().view.pull().open).isFalse();
        committed(it().view.service.merge(changed(0)));
        assertThat(git(it().view.shared, "log", "--format=%H", "main")).doesNotContain(theirs);
    }

    @Test
    void aRepositoryThatLetsNobodyDeleteOrRewriteHoldsUpNothing() throws Exception {
        it().open(2);
        git(it().view.shared, "config", "receive.denyDeletes", "true");
        git(it().view.shared, "config", "receive.denyNonFastForwards", "true");

        assertThat(it().reject(1)).isEmpty();

        assertThat(it().view.pull().open).isFalse();
        committed(it().view.service.merge(changed(0)));
        committed(it().view.service.branch(changed(5)));
        assertThat(it().bundled(UUID.randomUUID(), List.of(5))).hasSize(1);
    }

    @Test
    void whatIsMergedWhileAnotherIsTakenOutIsNotForgotten() throws Exception {
        it().open(2);
        BundleProposals racing = it().proposals(new Slow(
                it().view.forge, () -> committed(it().view.service.merge(changed(0)))));
        it().reject(racing, 1);

        committed(it().view.service.branch(changed(5)));
        it().bundled(UUID.randomUUID(), List.of(5));

        assertThat(it().seen().open).isFalse();
        assertThat(git(it().view.shared, "branch", "--format=%(refname:short)")).doesNotContain(BRANCH);
    }

    @Test
    void aBundleThatSomebodyForgedIsNotMerged() throws Exception {
        it().open(1);
        ObjectId main = it().view.ours.main();
        Branches local = it().view.ours.bare.branches();
        String ref = "refs/heads/" + BRANCH;
        String message = it().view.ours.commit(local.tip(ref).name()).getFullMessage();
        local.remove(ref, local.tip(ref));
        local.move(ref, ObjectId.zeroId(), main);
        RevCommit forged = it().view.ours.edit(BRANCH, "evil.py", "boom", message);

        committed(it().view.service.merge(changed(0)));

        assertThat(git(it().view.shared, "log", "--format=%H", "main")).doesNotContain(forged.name());
    }

    /** A forge at which something happens before a comment is written. */
    private record Slow(Forge forge, GitHubView.Work before) implements Forge {

        @Override
        public Optional<PullRequest> open(Draft draft) throws IOException {
            return forge.open(draft);
        }

        @Override
        public void complete(PullRequest request, Draft draft, Findings findings) throws IOException {
            forge.complete(request, draft, findings);
        }

        @Override
        public Optional<PullRequest> tell(String branch, UUID about, String text) throws IOException {
            before.perform();
            return forge.tell(branch, about, text);
        }

        @Override
        public boolean isOpen(String branch) throws IOException {
            return forge.isOpen(branch);
        }

        @Override
        public void close(String branch, UUID run, String who, String reason) throws IOException {
            forge.close(branch, run, who, reason);
        }

        @Override
        public ForgeMerge merge(String branch, String head, String message) throws IOException {
            return forge.merge(branch, head, message);
        }
    }

    private BundleView it() {
        return requireNonNull(it);
    }
}
