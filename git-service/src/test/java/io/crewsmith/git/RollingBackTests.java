package io.crewsmith.git;

import static io.crewsmith.git.Changes.change;
import static io.crewsmith.git.Changes.run;
import static io.crewsmith.git.RepositoryView.committed;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.Effect.Conflicted;
import io.crewsmith.git.model.Effect.Done;
import io.crewsmith.git.model.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Earlier code back on the main branch, by a new commit. */
class RollingBackTests {

    private static final String KEY = "market-analyst";
    private static final String MODULE = RepositoryLayout.path(KEY, "app/agents/market_analyst.py");

    @TempDir
    private Path temporary;

    private RepositoryView repository;

    @BeforeEach
    void releaseTwoVersions() throws IOException {
        repository = RepositoryView.in(temporary);
        release(1, "good\n");
        release(2, "bad\n");
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void theEarlierCodeComesBackAndHistoryStays() throws IOException {
        RevCommit bad = repository.main();

        Done done = committed(repository.service.rollBack(change(1, KEY, "good\n"), run(2)));

        RevCommit commit = repository.main();
        assertThat(commit.name()).isEqualTo(done.commit());
        assertThat(commit.getParents()).containsExactly(bad);
        assertThat(commit.getShortMessage()).isEqualTo("revert(agents): Roll market-analyst back");
        assertThat(commit.getFooterLines("Crewsmith-Rollback-Of")).containsExactly(run(2).toString());
        assertThat(repository.onMain(MODULE)).hasValue("good\n");
    }

    @Test
    void itStaysWhateverIsRepeated() throws IOException {
        Done done = committed(repository.service.rollBack(change(1, KEY, "good\n"), run(2)));

        assertThat(committed(repository.service.rollBack(change(1, KEY, "good\n"), run(2)))
                        .commit())
                .isEqualTo(done.commit());
        committed(repository.service.merge(change(2, KEY, "bad\n")));
        assertThat(repository.main().name()).isEqualTo(done.commit());
    }

    @Test
    void aRepeatIsFoundBehindOtherCommits() throws IOException {
        Done done = committed(repository.service.rollBack(change(1, KEY, "good\n"), run(2)));
        release(3, "better\n");

        assertThat(committed(repository.service.rollBack(change(1, KEY, "good\n"), run(2)))
                        .commit())
                .isEqualTo(done.commit());
        assertThat(repository.onMain(MODULE)).hasValue("better\n");
    }

    @Test
    void itIsARelease() throws IOException {
        committed(repository.service.rollBack(change(1, KEY, "good\n"), run(2)));

        assertThat(repository.tag("agents/market-analyst/v3"))
                .hasValueSatisfying(message -> assertThat(message).contains("Crewsmith-Rollback-Of: " + run(2)));
    }

    @Test
    void anEditByHandIsNotOverwritten() throws IOException {
        repository.edit("main", MODULE, "by hand\n", "fix: Change by hand\n");

        assertThat(repository.service.rollBack(change(1, KEY, "good\n"), run(2)))
                .isInstanceOf(Conflicted.class);
        assertThat(repository.onMain(MODULE)).hasValue("by hand\n");
    }

    private void release(int number, String text) throws IOException {
        Change change = change(number, KEY, text);
        repository.service.branch(change);
        committed(repository.service.merge(change));
    }
}
