package io.crewsmith.git.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crewsmith.git.remote.Upstream.Move;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Joining a repository on another machine, by each way that leads there. */
class RemoteRepositoryTests {

    private static final int READERS = 8;
    private static final String SECRET = "ghp_aSecretThatNobodyMayRead0123456789abcd";

    @TempDir
    private Path temporary;

    private Repository ours;
    private Repository theirs;
    private ObjectId first;

    @BeforeEach
    void begin() throws IOException {
        theirs = bare("theirs.git");
        theirs.getConfig().setBoolean("http", null, "receivepack", true);
        theirs.getConfig().save();
        ours = bare("ours.git");
        first = commit(ours, "begin");
        move(ours, first);
    }

    @Test
    void anEmptyRepositoryGetsOurFirstCommit() throws IOException {
        join(settings(folder("theirs.git"), null));

        assertThat(theirs.resolve("refs/heads/main")).isEqualTo(first);
    }

    @Test
    void itsMainBranchMayHaveAnotherName() throws IOException {
        join(new RemoteSettings(
                folder("theirs.git"), "trunk", "git", null, null, null, Duration.ofSeconds(5), Duration.ZERO, 0));

        assertThat(theirs.resolve("refs/heads/trunk")).isEqualTo(first);
        assertThat(theirs.resolve("refs/heads/main")).isNull();
    }

    @Test
    void aRepositoryThatOthersBeganLeads() throws IOException {
        ObjectId second = commit(theirs, "two", commit(theirs, "one"));
        move(theirs, second);

        join(settings(folder("theirs.git"), null));

        assertThat(ours.resolve("refs/heads/main")).isEqualTo(second);
    }

    @Test
    void ofALongHistoryOnlyTheEndMayBeFetched() throws IOException {
        ObjectId tip = commit(theirs, "1");
        for (int i = 2; i <= 50; i++) {
            tip = commit(theirs, Integer.toString(i), tip);
        }
        move(theirs, tip);

        var remote = join(new RemoteSettings(
                folder("theirs.git"), "main", "git", null, null, null, Duration.ofSeconds(5), Duration.ZERO, 3));
        ObjectId next = commit(ours, "51", tip);

        assertThat(ours.getObjectDatabase().getShallowCommits()).hasSize(1);
        assertThat(remote.push(List.of(new Move(Constants.R_HEADS + "main", tip, next))))
                .isEmpty();
        assertThat(theirs.resolve("refs/heads/main")).isEqualTo(next);
    }

    @Test
    void aRepositoryWithAnotherHistoryIsRefused() throws IOException {
        move(ours, commit(ours, "ours", first));
        move(theirs, commit(theirs, "theirs"));

        assertThatThrownBy(() -> join(settings(folder("theirs.git"), null)))
                .hasMessageEndingWith(
                        "has another history than the folder crewsmith.git.repository: give the folder a new name");
    }

    @Test
    void overHttpATokenIsNeededAndNeverSaid() throws IOException {
        try (var server = new HttpGitServer(temporary)) {
            join(settings(server.url("theirs.git"), HttpGitServer.TOKEN));
            assertThat(theirs.resolve("refs/heads/main")).isEqualTo(first);

            RemoteSettings wrong = settings(server.url("theirs.git"), SECRET);
            assertThat(wrong.toString()).doesNotContain(SECRET);
            assertThatThrownBy(() -> join(wrong))
                    .hasMessageContaining("not authorized")
                    .hasMessageContaining("crewsmith.git.remote")
                    .hasMessageNotContaining(SECRET);
        }
    }

    @Test
    void overSshTheKeyIsNeededAndTheHostMustBeKnown() throws Exception {
        try (var server = new SshGitServer(temporary, temporary.resolve("keys"))) {
            var settings = new RemoteSettings(
                    server.url("theirs.git"),
                    "main",
                    "git",
                    null,
                    server.privateKey(),
                    server.knownHosts(),
                    Duration.ofSeconds(10),
                    Duration.ZERO,
                    0);
            join(settings);
            assertThat(theirs.resolve("refs/heads/main")).isEqualTo(first);

            server.trustAnother();
            assertThatThrownBy(() -> join(settings)).hasMessageContaining("cannot be used");
        }
    }

    @Test
    void manyMayFetchAtOnce() throws Exception {
        var remote = join(settings(folder("theirs.git"), null));
        ObjectId tip = first;
        try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
            for (int i = 0; i < 20; i++) {
                tip = commit(theirs, Integer.toString(i), tip);
                move(theirs, tip);
                for (Future<?> fetched : readers.invokeAll(Collections.nCopies(READERS, fetch(remote)))) {
                    fetched.get();
                }

                assertThat(ours.resolve("refs/heads/main")).isEqualTo(tip);
            }
        }
    }

    private static Callable<@Nullable Void> fetch(RemoteRepository remote) {
        return () -> {
            remote.fetch(RemoteRepository.MAIN);
            return null;
        };
    }

    private RemoteRepository join(RemoteSettings settings) {
        var remote = new RemoteRepository(ours, settings, Clock.systemUTC(), new SimpleMeterRegistry());
        remote.join();
        return remote;
    }

    private String folder(String name) {
        return temporary.resolve(name).toString();
    }

    private static RemoteSettings settings(String url, @Nullable String token) {
        return new RemoteSettings(
                url, "main", "x-access-token", token, null, null, Duration.ofSeconds(10), Duration.ZERO, 0);
    }

    private Repository bare(String name) throws IOException {
        Repository repository = new FileRepositoryBuilder()
                .setGitDir(temporary.resolve(name).toFile())
                .setBare()
                .build();
        repository.create(true);
        return repository;
    }

    private static ObjectId commit(Repository git, String message, ObjectId... parents) throws IOException {
        try (ObjectInserter inserter = git.newObjectInserter()) {
            var commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(new TreeFormatter()));
            commit.setParentIds(parents);
            commit.setAuthor(new PersonIdent("Somebody", "somebody@example.org"));
            commit.setCommitter(commit.getAuthor());
            commit.setMessage(message);
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id;
        }
    }

    private static void move(Repository git, ObjectId commit) throws IOException {
        var update = git.updateRef("refs/heads/main");
        update.setNewObjectId(commit);
        update.setForceUpdate(true);
        update.update();
    }
}
