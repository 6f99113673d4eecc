package io.crewsmith.git;

import static io.crewsmith.git.Changes.change;
import static io.crewsmith.git.Changes.run;
import static io.crewsmith.git.RepositoryView.committed;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.Effect.Done;
import io.crewsmith.git.model.Effect.Refused;
import io.crewsmith.git.model.Effect.Unchanged;
import io.crewsmith.git.model.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of a run on a branch of its own. */
class BranchingTests {

    private static final String MODULE = RepositoryLayout.path("market-analyst", "app/agents/market_analyst.py");

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
    void aRunGetsABranchWithOneCommitOnTopOfMain() throws IOException {
        RevCommit main = repository.main();

        Done done = committed(repository.service.branch(change(1, "market-analyst", "one\n")));

        assertThat(done.branch()).isEqualTo("agent-code/market-analyst-00000001");
        RevCommit commit = repository.commit(done.commit());
        assertThat(commit.getParents()).containsExactly(main);
        assertThat(commit.getAuthorIdent().getName()).isEqualTo("ada");
        assertThat(commit.getAuthorIdent().getWhenAsInstant()).isEqualTo(Changes.NOON.plusSeconds(60));
        assertThat(commit.getCommitterIdent().getName()).isEqualTo("bob");
        assertThat(repository.text(commit, MODULE)).hasValue("one\n");
        assertThat(repository.text(commit, ".gitattributes")).hasValue("""
                agents/** -text linguist-generated=true
                crews/** -text linguist-generated=true
                """);
        assertThat(repository.main()).isEqualTo(main);
    }

    @Test
    void theMessageTiesTheCommitToItsRunAndItsEvidence() throws IOException {
        Done done = committed(repository.service.branch(change(1, "market-analyst", "one\n")));

        assertThat(repository.commit(done.commit()).getFullMessage()).isEqualTo("""
                feat(agents): Generate code for market-analyst

                Crewsmith-Run: %s
                Crewsmith-Agent: market-analyst
                Crewsmith-Configuration-Digest: sha256:%s
                Crewsmith-Code-Digest: sha256:%s
                Crewsmith-Evidence: sha256:%s
                Crewsmith-Folder: %s
                """.formatted(
                        run(1),
                        "c".repeat(64),
                        "d".repeat(64),
                        "e".repeat(64),
                        repository.folder(done, change(1, "market-analyst", "").folder())));
    }

    @Test
    void theSameRunAgainIsTheSameCommitThoughMainHasMoved() throws IOException {
        Done first = committed(repository.service.branch(change(1, "market-analyst", "one\n")));
        repository.edit("main", "NOTES.md", "a note\n", "docs: Add a note\n");

        assertThat(repository.service.branch(change(1, "market-analyst", "one\n")))
                .isEqualTo(new Unchanged(first.branch(), first.commit(), "The branch is there already."));
    }

    @Test
    void aRunThatComesBackWithOtherCodeIsRefused() throws IOException {
        repository.service.branch(change(1, "market-analyst", "one\n"));

        assertThat(repository.service.branch(change(1, "market-analyst", "two\n")))
                .isEqualTo(new Refused("Branch agent-code/market-analyst-00000001 is there already, with other code. "
                        + "Take that away, then resume."));
    }

    @Test
    void aRunMayBringSeveralFiles() throws IOException {
        Change one = change(1, "market-analyst", "one\n");
        var several = new Change(
                one.runId(),
                one.kind(),
                one.agentKey(),
                Map.of("app/agents/market_analyst.py", "module\n", "docs/agents/market_analyst.md", "page\n"),
                one.configurationDigest(),
                one.codeDigest(),
                one.author(),
                one.actor(),
                one.evidence(),
                one.at());

        RevCommit commit =
                repository.commit(committed(repository.service.branch(several)).commit());

        assertThat(repository.text(commit, MODULE)).hasValue("module\n");
        assertThat(repository.text(commit, MODULE.replace(".py", ".md"))).hasValue("page\n");
    }

    @Test
    void aCrewHasItsOwnFolderAndItsOwnBranches() throws IOException {
        Change one = change(1, "market-brief", "one\n");
        var crew = new Change(
                one.runId(),
                Change.Kind.CREW,
                one.agentKey(),
                Map.of("app/crews/market_brief.py", "crew\n"),
                one.configurationDigest(),
                one.codeDigest(),
                one.author(),
                one.actor(),
                one.evidence(),
                one.at());

        Done done = committed(repository.service.branch(crew));

        assertThat(done.branch()).isEqualTo("crew-code/market-brief-00000001");
        RevCommit commit = repository.commit(done.commit());
        assertThat(commit.getFullMessage())
                .startsWith("feat(crews): Generate code for market-brief\n")
                .contains("\nCrewsmith-Crew: market-brief\n");
        assertThat(repository.text(commit, RepositoryLayout.path("market-brief", "app/crews/market_brief.py")))
                .hasValue("crew\n");
    }

    @Test
    void aFileWhereAFolderIsNeededIsRefusedByName() throws IOException {
        repository.edit("main", "agents", "not a folder\n", "docs: Stand in the way\n");

        assertThat(repository.service.branch(change(1, "market-analyst", "one\n")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).startsWith("agents in the repository"));
    }

    @Test
    void anActorCannotForgeALineOfTheCommit() throws IOException {
        Change one = change(1, "market-analyst", "one\n");
        var forged = new Change(
                one.runId(),
                one.kind(),
                one.agentKey(),
                one.files(),
                one.configurationDigest(),
                one.codeDigest(),
                "eve <root@example.org> 0 +0000\ncommitter Crewsmith",
                "eve <root@example.org> 0 +0000\n\nCrewsmith-Agent: other",
                one.evidence(),
                one.at());

        RevCommit commit =
                repository.commit(committed(repository.service.branch(forged)).commit());

        assertThat(commit.getCommitterIdent().getEmailAddress())
                .endsWith("@crewsmith.local")
                .doesNotContain("root@");
        assertThat(commit.getAuthorIdent().getEmailAddress())
                .endsWith("@crewsmith.local")
                .doesNotContain("root@");
        assertThat(commit.getFullMessage())
                .isEqualTo(repository.commit(commit.name()).getFullMessage());
    }
}
