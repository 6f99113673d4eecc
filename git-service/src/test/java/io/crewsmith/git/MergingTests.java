package io.crewsmith.git;

import static io.crewsmith.git.Changes.change;
import static io.crewsmith.git.RepositoryView.committed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.Effect.Conflicted;
import io.crewsmith.git.model.Effect.Created;
import io.crewsmith.git.model.Effect.Done;
import io.crewsmith.git.model.Effect.Refused;
import io.crewsmith.git.model.Effect.Unchanged;
import io.crewsmith.git.model.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Approved code on the main branch. */
class MergingTests {

    private static final String KEY = "market-analyst";
    private static final String MODULE = RepositoryLayout.path(KEY, "app/agents/market_analyst.py");
    private static final String BRANCH_1 = "agent-code/market-analyst-00000001";

    @TempDir
    private Path temporary;

    private RepositoryView repository;

    @BeforeEach
    void open() {
        repository = RepositoryView.in(temporary);
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void theBranchBecomesTheSecondParentOfAMergeOnMain() throws IOException {
        RevCommit before = repository.main();
        Done branched = committed(repository.service.branch(change(1, KEY, "one\n")));

        Done merged = committed(repository.service.merge(change(1, KEY, "one\n")));

        RevCommit commit = repository.main();
        assertThat(commit.name()).isEqualTo(merged.commit());
        assertThat(commit.getParents()).containsExactly(before, repository.commit(branched.commit()));
        assertThat(commit.getShortMessage()).isEqualTo("feat(agents): Release market-analyst");
        assertThat(commit.getAuthorIdent().getName()).isEqualTo("ada");
        assertThat(commit.getCommitterIdent().getName()).isEqualTo("bob");
        assertThat(commit.getFooterLines("Crewsmith-Evidence")).containsExactly("sha256:" + "e".repeat(64));
        assertThat(repository.onMain(MODULE)).hasValue("one\n");
    }

    @Test
    void aRepeatIsTheFirstMergeThoughMainHasMoved() throws IOException {
        Done merged = release(1, "one\n");
        release(2, "two\n");
        RevCommit main = repository.main();

        assertThat(repository.service.merge(change(1, KEY, "one\n")))
                .isEqualTo(new Unchanged(BRANCH_1, merged.commit(), "It is released as agents/market-analyst/v1."));
        assertThat(repository.main()).isEqualTo(main);
        assertThat(repository.onMain(MODULE)).hasValue("two\n");
    }

    @Test
    void onlyTheApprovedBytesAreMerged() throws IOException {
        repository.service.branch(change(1, KEY, "one\n"));
        repository.edit(BRANCH_1, MODULE, "evil\n", "feat: Slip something in\n");

        assertThat(repository.service.merge(change(1, KEY, "one\n")))
                .isEqualTo(new Refused("Branch %s does not hold the approved code alone.".formatted(BRANCH_1)));
        assertThat(repository.onMain(MODULE)).isEmpty();
    }

    @Test
    void aFileThatSomebodyAddedToTheBranchStaysOffMain() throws IOException {
        repository.service.branch(change(1, KEY, "one\n"));
        repository.edit(BRANCH_1, "agents/setup.py", "evil\n", "feat: Slip something in\n");

        assertThat(repository.service.merge(change(1, KEY, "one\n")))
                .isEqualTo(new Refused("Branch %s does not hold the approved code alone.".formatted(BRANCH_1)));
        assertThat(repository.onMain("agents/setup.py")).isEmpty();
    }

    @Test
    void theRunThatIsApprovedLastWins() throws IOException {
        repository.service.branch(change(1, KEY, "one\n"));
        repository.service.branch(change(2, KEY, "two\n"));
        committed(repository.service.merge(change(2, KEY, "two\n")));

        committed(repository.service.merge(change(1, KEY, "one\n")));

        assertThat(repository.onMain(MODULE)).hasValue("one\n");
    }

    @Test
    void whatSomebodyChangedOnMainMeanwhileIsAConflictHoweverItIsSigned() throws IOException {
        release(1, "one\n");
        String ourMessage = repository.main().getFullMessage();
        repository.service.branch(change(2, KEY, "two\n"));
        RevCommit edited = repository.edit("main", MODULE, "by hand\n", ourMessage);

        var conflict = new Conflicted("agent-code/market-analyst-00000002", List.of(MODULE), """
                Edited by hand since the last release and not overwritten: %s (commit %s of Somebody). \
                Take the edit over into the configuration, revert that commit on the main branch, then resume.\
                """.formatted(
                        MODULE, edited.name().substring(0, 10)));
        assertThat(repository.service.merge(change(2, KEY, "two\n"))).isEqualTo(conflict);
        assertThat(repository.service.merge(change(2, KEY, "two\n"))).isEqualTo(conflict);
        assertThat(repository.main()).isEqualTo(edited);
    }

    @Test
    void whatSomebodyChangedBeforeTheBranchBeganIsNotOverwrittenEither() throws IOException {
        release(1, "one\n");
        repository.edit("main", MODULE, "by hand\n", "fix: Change by hand\n");

        assertThat(repository.service.branch(change(2, KEY, "two\n")))
                .isInstanceOfSatisfying(
                        Conflicted.class,
                        conflict -> assertThat(conflict.paths()).containsExactly(MODULE));
        assertThat(repository.hasBranch("agent-code/market-analyst-00000002")).isFalse();
    }

    @Test
    void onceTheEditIsRevertedTheRunGoesOn() throws IOException {
        release(1, "one\n");
        repository.service.branch(change(2, KEY, "two\n"));
        repository.edit("main", MODULE, "by hand\n", "fix: Change by hand\n");
        assertThat(repository.service.merge(change(2, KEY, "two\n"))).isInstanceOf(Conflicted.class);

        repository.edit("main", MODULE, "one\n", "Revert \"fix: Change by hand\"\n");

        assertThat(repository.service.merge(change(2, KEY, "two\n"))).isInstanceOf(Created.class);
        assertThat(repository.onMain(MODULE)).hasValue("two\n");
    }

    @Test
    void aReleaseIsTaggedAndItsBranchEnds() throws IOException {
        Done merged = release(1, "one\n");
        release(2, "two\n");

        assertThat(repository.hasBranch(BRANCH_1)).isFalse();
        assertThat(repository.tag("agents/market-analyst/v1"))
                .hasValue("""
                market-analyst v1

                Crewsmith-Run: %s
                Crewsmith-Agent: market-analyst
                Crewsmith-Configuration-Digest: sha256:%s
                Crewsmith-Code-Digest: sha256:%s
                Crewsmith-Evidence: sha256:%s
                """.formatted(Changes.run(1), "c".repeat(64), "d".repeat(64), "e".repeat(64)));
        assertThat(repository.tag("agents/market-analyst/v2")).isPresent();
        assertThat(repository.service.branch(change(1, KEY, "one\n")))
                .isEqualTo(new Unchanged(
                        BRANCH_1,
                        repository.commit(merged.commit()).getParent(1).name(),
                        "It is released as agents/market-analyst/v1."));
    }

    @Test
    void byPolicyTheMainBranchMovesToTheCommitOfTheRunWhereNothingCameBetween() throws IOException {
        try (var forward = RepositoryView.in(temporary.resolve("forward"), MergePolicy.FAST_FORWARD)) {
            Done first = committed(forward.service.branch(change(1, KEY, "one\n")));
            Done second = committed(forward.service.branch(change(2, "fact-checker", "two\n")));

            assertThat(committed(forward.service.merge(change(1, KEY, "one\n"))).commit())
                    .isEqualTo(first.commit());
            assertThat(forward.service.merge(change(1, KEY, "one\n"))).isInstanceOf(Unchanged.class);
            committed(forward.service.merge(change(2, "fact-checker", "two\n")));
            assertThat(forward.main().getParents())
                    .extracting(RevCommit::name)
                    .containsExactly(first.commit(), second.commit());
        }
    }

    @Test
    void whatOthersChangedElsewhereIsKept() throws IOException {
        repository.service.branch(change(1, KEY, "one\n"));
        repository.edit("main", "NOTES.md", "a note\n", "docs: Add a note\n");

        committed(repository.service.merge(change(1, KEY, "one\n")));

        assertThat(repository.onMain("NOTES.md")).hasValue("a note\n");
        assertThat(repository.onMain(MODULE)).hasValue("one\n");
    }

    @Test
    void aBranchThatAPersonMergedByFastForwardIsMerged() throws IOException {
        Done branched = committed(repository.service.branch(change(1, KEY, "one\n")));
        RevCommit tip = repository.commit(branched.commit());
        repository.bare.branches().move(BareRepository.MAIN, repository.main(), tip);

        assertThat(committed(repository.service.merge(change(1, KEY, "one\n"))).commit())
                .isEqualTo(branched.commit());
        assertThat(repository.main()).isEqualTo(tip);
    }

    @Test
    void aLockThatIsHeldIsWaitedForAndOneLeftByAKilledProcessIsRemoved() throws IOException {
        Change one = change(1, KEY, "one\n");
        repository.service.branch(one);
        Path lock = Files.createFile(repository.folder.resolve("refs/heads/main.lock"));
        Files.setLastModifiedTime(lock, FileTime.from(Changes.NOON));
        assertThatThrownBy(() -> repository.service.merge(one))
                .isInstanceOf(IOException.class)
                .hasMessage("refs/heads/main is locked by another process");

        Files.setLastModifiedTime(
                lock, FileTime.from(Changes.NOON.minus(Branches.STALE_LOCK).minusMillis(1)));

        committed(repository.service.merge(one));
        assertThat(lock).doesNotExist();
    }

    private Done release(int number, String text) throws IOException {
        repository.service.branch(change(number, KEY, text));
        return committed(repository.service.merge(change(number, KEY, text)));
    }
}
