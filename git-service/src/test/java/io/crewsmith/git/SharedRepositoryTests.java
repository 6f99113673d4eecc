package io.crewsmith.git;

import static io.crewsmith.git.Changes.change;
import static io.crewsmith.git.Changes.run;
import static io.crewsmith.git.GitClient.git;
import static io.crewsmith.git.RepositoryView.committed;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crewsmith.git.model.Effect.Conflicted;
import io.crewsmith.git.model.Effect.Created;
import io.crewsmith.git.model.Effect.Done;
import io.crewsmith.git.model.Effect.Refused;
import io.crewsmith.git.model.Effect.Unchanged;
import io.crewsmith.git.model.RepositoryLayout;
import io.crewsmith.git.remote.HttpGitServer;
import io.crewsmith.git.remote.RemoteSettings;
import io.crewsmith.git.remote.Upstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository that others push to as well. */
class SharedRepositoryTests {

    private static final int RUNS = 8;
    private static final String KEY = "market-analyst";
    private static final String MODULE = RepositoryLayout.path(KEY, "app/agents/market_analyst.py");

    @TempDir
    private Path temporary;

    private @Nullable HttpGitServer server;
    private Path shared;
    private Path person;
    private @Nullable RepositoryView ours;

    @BeforeEach
    void begin() throws Exception {
        shared = temporary.resolve("shared.git");
        person = temporary.resolve("person");
        git(temporary, "init", "-q", "--bare", "-b", "main", shared.toString());
        git(shared, "config", "http.receivepack", "true");
        server = new HttpGitServer(temporary);
        ours = join("ours.git", upstream -> upstream);
        git(temporary, "clone", "-q", shared.toString(), person.toString());
    }

    @AfterEach
    void close() {
        ours().close();
        requireNonNull(server).close();
    }

    @Test
    void aRunIsFollowedThereFromItsBranchToItsRollback() throws Exception {
        committed(ours().service.branch(change(1, KEY, "one\n")));
        assertThat(git(shared, "show", "agent-code/market-analyst-00000001:" + MODULE))
                .isEqualTo("one\n");

        release(1, "one\n");
        release(2, "two\n");
        committed(ours().service.rollBack(change(1, KEY, "one\n"), run(2)));

        assertThat(git(shared, "show", "main:" + MODULE)).isEqualTo("one\n");
        assertThat(git(shared, "branch", "--format=%(refname:short)")).isEqualTo("main\n");
        assertThat(git(shared, "tag")).isEqualTo("""
                agents/market-analyst/v1
                agents/market-analyst/v2
                agents/market-analyst/v3
                """);
        assertThat(git(shared, "fsck", "--strict", "--full", "--no-dangling")).isEmpty();
    }

    @Test
    void whatSomebodyPushedMeanwhileIsKept() throws Exception {
        ours().service.branch(change(1, KEY, "one\n"));
        push("NOTES.md", "a note\n");

        release(1, "one\n");

        assertThat(git(shared, "show", "main:NOTES.md")).isEqualTo("a note\n");
        assertThat(git(shared, "show", "main:" + MODULE)).isEqualTo("one\n");
    }

    @Test
    void anEditByHandPausesTheRunUntilItIsReverted() throws Exception {
        release(1, "one\n");
        ours().service.branch(change(2, KEY, "two\n"));
        git(person, "pull", "-q");
        push(MODULE, "by hand\n");

        assertThat(ours().service.merge(change(2, KEY, "two\n")))
                .isInstanceOfSatisfying(
                        Conflicted.class,
                        conflict -> assertThat(conflict.reason()).contains(MODULE, "of Somebody"));
        git(person, "revert", "--no-edit", "HEAD");
        git(person, "push", "-q");

        assertThat(ours().service.merge(change(2, KEY, "two\n"))).isInstanceOf(Created.class);
        assertThat(git(shared, "show", "main:" + MODULE)).isEqualTo("two\n");
    }

    @Test
    void aRunThatIsKilledAfterAnyPushIsThereOnce() throws Exception {
        for (int pushes = 1; pushes <= 4; pushes++) {
            int number = 10 + pushes;
            try (var killed = join("killed%d.git".formatted(pushes), dyingAfter(pushes))) {
                assertThatThrownBy(() -> {
                            killed.service.branch(change(number, KEY, number + "\n"));
                            killed.service.merge(change(number, KEY, number + "\n"));
                        })
                        .hasMessage("killed");
            }
            try (var again = join("killed%d.git".formatted(pushes), upstream -> upstream)) {
                committed(again.service.branch(change(number, KEY, number + "\n")));
                committed(again.service.merge(change(number, KEY, number + "\n")));
            }
            assertThat(git(shared, "log", "--format=%s", "--grep=" + run(number), "main")
                            .lines())
                    .containsExactlyInAnyOrder(
                            "feat(agents): Release market-analyst", "feat(agents): Generate code for market-analyst");
            assertThat(git(shared, "tag").lines()).hasSize(pushes);
            assertThat(git(shared, "branch", "--format=%(refname:short)")).isEqualTo("main\n");
        }
    }

    @Test
    void whoLosesItsOwnRepositoryFindsEverythingThere() throws Exception {
        committed(ours().service.branch(change(1, KEY, "one\n")));
        Done released = release(2, "two\n");

        try (var fresh = join("fresh.git", upstream -> upstream)) {
            assertThat(fresh.service.branch(change(1, KEY, "one\n"))).isInstanceOf(Done.class);
            assertThat(fresh.service.merge(change(2, KEY, "two\n")))
                    .isEqualTo(new Unchanged(
                            "agent-code/market-analyst-00000002",
                            released.commit(),
                            "It is released as agents/market-analyst/v1."));
            committed(fresh.service.merge(change(1, KEY, "one\n")));
        }
        assertThat(git(shared, "tag").lines()).hasSize(2);
    }

    @Test
    void aRuleOfTheOtherSideIsARefusalInItsWords() throws Exception {
        ours().service.branch(change(1, KEY, "one\n"));
        Path hook = shared.resolve("hooks/pre-receive");
        Files.writeString(hook, "#!/bin/sh\necho no pushes on Fridays >&2\nexit 1\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();

        assertThat(ours().service.merge(change(1, KEY, "one\n")))
                .isEqualTo(new Refused("The remote repository refused refs/heads/main: pre-receive hook declined."
                        + " Allow Crewsmith's user to push it, then resume."));
        Files.delete(hook);
        assertThat(ours().service.merge(change(1, KEY, "one\n"))).isInstanceOf(Created.class);
    }

    @Test
    void aTagThatSomebodyElseMadeIsLeftAlone() throws Exception {
        git(person, "tag", "-a", "-m", "mine", "agents/market-analyst/v1");
        git(person, "push", "-q", "--tags");

        release(1, "one\n");

        assertThat(git(shared, "tag", "-l", "--format=%(contents:subject)", "agents/market-analyst/v1"))
                .isEqualTo("mine\n");
        assertThat(git(shared, "tag", "-l", "--format=%(contents:subject)", "agents/market-analyst/v2"))
                .isEqualTo("market-analyst v2\n");
    }

    @Test
    void ofManyWritersAtOnceNothingIsLost() throws Exception {
        try (var second = join("second.git", upstream -> upstream);
                ExecutorService writers = Executors.newFixedThreadPool(3)) {
            List<Future<?>> written = List.of(
                    writers.submit(() -> releaseAll(ours(), "first")),
                    writers.submit(() -> releaseAll(second, "second")),
                    writers.submit(() -> pushAll("notes")));
            for (Future<?> writer : written) {
                writer.get();
            }
        }

        assertThat(git(shared, "ls-tree", "-r", "--name-only", "main").lines())
                .filteredOn(path -> path.endsWith(".py") || path.endsWith(".txt"))
                .hasSize(3 * RUNS);
        assertThat(git(shared, "log", "--first-parent", "--format=%s", "main").lines())
                .filteredOn(subject -> subject.startsWith("feat(agents): Release"))
                .hasSize(2 * RUNS)
                .doesNotHaveDuplicates();
        assertThat(git(shared, "tag").lines()).hasSize(2 * RUNS);
        assertThat(git(shared, "fsck", "--strict", "--full", "--no-dangling")).isEmpty();
    }

    private static int releaseAll(RepositoryView view, String who) throws IOException {
        for (int i = 0; i < RUNS; i++) {
            var change = change((who.equals("first") ? 100 : 200) + i, "%s-%d".formatted(who, i), "%d\n".formatted(i));
            committed(view.service.branch(change));
            committed(view.service.merge(change));
        }
        return RUNS;
    }

    /** As a person does whose push is refused when others were faster. */
    private int pushAll(String what) throws Exception {
        for (int i = 0; i < RUNS; i++) {
            Files.writeString(person.resolve("%s-%d.txt".formatted(what, i)), "note\n");
            git(person, "add", "-A");
            git(person, "commit", "-q", "-m", "docs: Note " + i);
            while (GitClient.start(person, "push", "-q").waitFor() != 0) {
                git(person, "pull", "-q", "--rebase");
            }
        }
        return RUNS;
    }

    private RepositoryView ours() {
        return requireNonNull(ours);
    }

    private RepositoryView join(String folder, UnaryOperator<Upstream> between) {
        var settings = new RemoteSettings(
                requireNonNull(server).url("shared.git"),
                "main",
                "x-access-token",
                HttpGitServer.TOKEN,
                null,
                null,
                Duration.ofSeconds(30),
                Duration.ZERO,
                0);
        return RepositoryView.of(temporary.resolve(folder), settings, between);
    }

    private Done release(int number, String text) throws IOException {
        committed(ours().service.branch(change(number, KEY, text)));
        return committed(ours().service.merge(change(number, KEY, text)));
    }

    /** Commits and pushes as a person does. */
    private void push(String path, String text) throws Exception {
        Files.createDirectories(person.resolve(path).getParent());
        Files.writeString(person.resolve(path), text);
        git(person, "add", "-A");
        git(person, "commit", "-q", "-m", "fix: Change by hand");
        git(person, "push", "-q");
    }

    private static UnaryOperator<Upstream> dyingAfter(int pushes) {
        var left = new AtomicInteger(pushes);
        return remote -> new Upstream() {
            @Override
            public void refresh() throws IOException {
                remote.refresh();
            }

            @Override
            public void fetch(String ref) throws IOException {
                remote.fetch(ref);
            }

            @Override
            public ObjectId look(String ref) throws IOException {
                return remote.look(ref);
            }

            @Override
            public Set<String> push(List<Move> moves) throws IOException {
                Set<String> elsewhere = remote.push(moves);
                if (left.decrementAndGet() == 0) {
                    throw new IOException("killed");
                }
                return elsewhere;
            }
        };
    }
}
