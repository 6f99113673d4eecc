package io.crewsmith.git;

import static io.crewsmith.git.Changes.change;
import static io.crewsmith.git.Changes.run;
import static io.crewsmith.git.GitClient.git;
import static io.crewsmith.git.GitClient.start;
import static io.crewsmith.git.RepositoryView.committed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real Git client thinks of the repository. Git is needed to run Crewsmith, so it is needed here too. */
class GitClientTests {

    /** Line ends and characters that a careless checkout would alter. */
    private static final String TEXT = "# café ✓\r\nname = \"x\"\n\tend";

    private static final String KEY = "market-analyst";
    private static final String MODULE = RepositoryLayout.path(KEY, "app/agents/market_analyst.py");

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
    void itFindsTheRepositoryWholeAndReadsWhatWasWritten() throws Exception {
        release(1, TEXT);
        release(2, "two\n");
        repository.service.rollBack(change(1, KEY, TEXT), run(2));

        assertThat(git(repository.folder, "fsck", "--strict", "--full")).isEmpty();
        assertThat(git(repository.folder, "show", "main:" + MODULE)).isEqualTo(TEXT);
        assertThat(git(repository.folder, "log", "--first-parent", "--format=%an: %s", "main"))
                .isEqualTo("""
                        bob: revert(agents): Roll market-analyst back
                        ada: feat(agents): Release market-analyst
                        ada: feat(agents): Release market-analyst
                        Crewsmith: chore: Begin the repository of generated agents
                        """);
        assertThat(git(
                        repository.folder,
                        "log",
                        "-1",
                        "--format=%(trailers:key=Crewsmith-Rollback-Of,valueonly)",
                        "main"))
                .startsWith(run(2).toString());
    }

    @Test
    void aCloneHasTheReviewedBytesWhateverItsLineEndSetting() throws Exception {
        release(1, TEXT);
        Path clone = temporary.resolve("clone");

        git(temporary, "clone", "-q", "-c", "core.autocrlf=true", repository.folder.toString(), clone.toString());

        assertThat(clone.resolve(MODULE)).hasBinaryContent(TEXT.getBytes(UTF_8));
        assertThat(git(clone, "check-attr", "linguist-generated", "--", MODULE)).endsWith(": true\n");
        assertThat(git(clone, "status", "--porcelain")).isEmpty();
    }

    @Test
    void workGoesOnAfterItPackedTheRepository() throws Exception {
        String first = release(1, "one\n");
        git(repository.folder, "gc", "-q", "--prune=now");

        assertThat(committed(repository.service.merge(change(1, KEY, "one\n"))).commit())
                .isEqualTo(first);
        release(2, "two\n");

        assertThat(git(repository.folder, "show", "main:" + MODULE)).isEqualTo("two\n");
        assertThat(git(repository.folder, "fsck", "--strict")).isEmpty();
    }

    @Test
    void nobodyRewritesOrDeletesMainByPushing() throws Exception {
        release(1, "one\n");
        RevCommit main = repository.main();
        Path clone = temporary.resolve("clone");
        git(temporary, "clone", "-q", repository.folder.toString(), clone.toString());
        git(clone, "reset", "-q", "--hard", "HEAD~1");

        assertThat(start(clone, "push", "-q", "--force", "origin", "main").waitFor())
                .isNotZero();
        assertThat(start(clone, "push", "-q", "origin", ":main").waitFor()).isNotZero();
        assertThat(repository.main()).isEqualTo(main);
    }

    private String release(int number, String text) throws IOException {
        Change change = change(number, KEY, text);
        repository.service.branch(change);
        return committed(repository.service.merge(change)).commit();
    }
}
