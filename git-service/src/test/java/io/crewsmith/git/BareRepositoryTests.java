package io.crewsmith.git;

import static io.crewsmith.git.GitClient.git;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Making and opening the repository. */
class BareRepositoryTests {

    @TempDir
    private Path temporary;

    @Test
    void theFirstStartMakesOneCommitOnMain() throws Exception {
        try (var repository = RepositoryView.in(temporary)) {
            assertThat(repository.bare.git().getFullBranch()).isEqualTo("refs/heads/main");
            assertThat(repository.main().getParentCount()).isZero();
            assertThat(repository.onMain(".gitattributes")).isPresent();
        }
    }

    @Test
    void theNextStartOpensTheSameRepository() throws Exception {
        RevCommit main;
        try (var first = RepositoryView.in(temporary)) {
            main = first.main();
        }
        try (var again = RepositoryView.in(temporary)) {
            assertThat(again.main()).isEqualTo(main);
        }
    }

    @Test
    void thatWritesReachTheDiskIsKeptWhoeverChangesItsConfiguration() throws Exception {
        var settings = new GitSettings(temporary.resolve("agents.git"), MergePolicy.MERGE_COMMIT, null, null, true);
        var repository = BareRepository.open(settings, Clock.systemUTC());

        git(settings.repository(), "config", "gc.auto", "0");

        assertThat(repository.git().getConfig().getInt("gc", "auto", 1)).isZero();
        new Commits(repository.git()).close();
        assertThat(repository.git().getConfig().getBoolean("core", "fsyncObjectFiles", false))
                .isTrue();
        assertThat(git(settings.repository(), "config", "--get-regexp", ".")).doesNotContainIgnoringCase("fsyncObject");
        repository.destroy();
    }

    @Test
    void whatAKilledFirstStartLeftBehindIsInNobodysWay() throws Exception {
        Files.createDirectories(temporary.resolve("agents.git.0.new/objects/ab"));
        Files.writeString(temporary.resolve("agents.git.0.new/HEAD"), "half writ");

        try (var repository = RepositoryView.in(temporary)) {
            assertThat(repository.main().getParentCount()).isZero();
        }
    }

    @RepeatedTest(5)
    void instancesThatBeginAtOnceGoOnWithOneRepository() throws Exception {
        var settings = new GitSettings(temporary.resolve("agents.git"), MergePolicy.MERGE_COMMIT, null, null, false);
        try (var instances = Executors.newFixedThreadPool(8)) {
            List<Future<ObjectId>> mains = instances.invokeAll(Collections.nCopies(8, () -> {
                var repository = BareRepository.open(settings, Clock.systemUTC());
                try {
                    return repository.branches().tip("refs/heads/main");
                } finally {
                    repository.destroy();
                }
            }));
            Set<ObjectId> tips = new HashSet<>();
            for (Future<ObjectId> main : mains) {
                tips.add(main.get());
            }
            assertThat(tips).hasSize(1).doesNotContain(ObjectId.zeroId());
        }
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).containsExactly(temporary.resolve("agents.git"));
        }
    }

    @Test
    void aFolderThatCannotBeARepositoryIsNamed() throws Exception {
        Files.writeString(temporary.resolve("agents.git"), "a file");

        assertThatThrownBy(() -> RepositoryView.in(temporary))
                .hasMessage("The repository %s cannot be opened".formatted(temporary.resolve("agents.git")));
    }

    @Test
    void settingsHaveAFolderAndSyncUnlessToldOtherwise() {
        var properties = new MapConfigurationPropertySource();
        properties.put("crewsmith.git.repository", "/srv/agents.git");

        assertThat(new Binder(properties)
                        .bind("crewsmith.git", GitSettings.class)
                        .get())
                .isEqualTo(new GitSettings(Path.of("/srv/agents.git"), MergePolicy.MERGE_COMMIT, null, null, true));
        properties.put("crewsmith.git.sync", "false");
        assertThat(new Binder(properties)
                        .bind("crewsmith.git", GitSettings.class)
                        .get()
                        .sync())
                .isFalse();
    }

    @Test
    void aMissingFolderIsAskedFor() {
        assertThatThrownBy(() -> new Binder(new MapConfigurationPropertySource())
                        .bindOrCreate("crewsmith.git", GitSettings.class))
                .rootCause()
                .hasMessage("crewsmith.git.repository is missing; name the folder of the bare repository");
    }
}
