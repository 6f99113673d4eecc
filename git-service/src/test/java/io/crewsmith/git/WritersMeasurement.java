package io.crewsmith.git;

import static io.crewsmith.git.GitClient.git;
import static io.crewsmith.git.RepositoryView.committed;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.git.remote.HttpGitServer;
import io.crewsmith.git.remote.RemoteSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Counts what two instances of the service and a person lose when all of them push to one main branch as fast as they can:
 * nothing. {@link SharedRepositoryTests} says the same of few. Runs when asked for.
 */
class WritersMeasurement {

    private static final int RUNS = 200;

    /** Without an end, whoever pushes faster than a fetch and a push take would leave nobody else a turn. */
    private static final int PUSHES = 200;

    private final AtomicInteger left = new AtomicInteger(RUNS);
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void twoInstancesAndAPersonPushToOneMainBranch(int listeners) throws Exception {
        Path shared = temporary.resolve("shared.git");
        Path person = temporary.resolve("person");
        git(temporary, "init", "-q", "--bare", "-b", "main", shared.toString());
        git(shared, "config", "http.receivepack", "true");
        try (var server = new HttpGitServer(temporary);
                var first = join(server, "first.git");
                var second = join(server, "second.git")) {
            git(temporary, "clone", "-q", withToken(server.url("shared.git")), person.toString());
            long start = System.nanoTime();
            List<String> theirs = new ArrayList<>();
            List<String> ours = allAtOnce(List.of(first, second), listeners, person, theirs);
            print(listeners, ours, theirs, (System.nanoTime() - start) / 1e9);
            nothingIsLost(shared, ours, theirs);
        }
    }

    private List<String> allAtOnce(List<RepositoryView> instances, int listeners, Path person, List<String> theirs)
            throws Exception {
        List<String> ours = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(listeners * instances.size() + 1)) {
            List<Future<List<String>>> released = new ArrayList<>();
            for (RepositoryView instance : instances) {
                for (int i = 0; i < listeners; i++) {
                    released.add(threads.submit(() -> release(instance)));
                }
            }
            Future<List<String>> pushed = threads.submit(() -> push(person));
            for (Future<List<String>> release : released) {
                ours.addAll(release.get());
            }
            theirs.addAll(pushed.get());
        }
        return ours;
    }

    /** As long as runs are left. */
    private List<String> release(RepositoryView view) throws InterruptedException {
        List<String> commits = new ArrayList<>();
        for (int run = left.decrementAndGet(); run >= 0; run = left.decrementAndGet()) {
            commits.add(release(view, run));
        }
        return commits;
    }

    /** Repeats what it lost to others, as the failure policy of the listener does. */
    private String release(RepositoryView view, int run) {
        var change = Changes.change(run, "agent-" + run, "run %d\n".formatted(run));
        while (true) {
            try {
                committed(view.service.branch(change));
                return committed(view.service.merge(change)).commit();
            } catch (IOException e) {
                repeated.incrementAndGet();
            }
        }
    }

    /** As a person does whose push is refused when others were faster. */
    private List<String> push(Path person) throws Exception {
        List<String> commits = new ArrayList<>();
        for (int i = 0; i < PUSHES && left.get() > 0; i++) {
            Files.writeString(person.resolve("note-%d.txt".formatted(i)), "note\n");
            git(person, "add", "-A");
            git(person, "commit", "-q", "-m", "docs: Note " + i);
            while (GitClient.start(person, "push", "-q").waitFor() != 0) {
                refused.incrementAndGet();
                git(person, "pull", "-q", "--rebase");
            }
            commits.add(git(person, "rev-parse", "HEAD").strip());
        }
        return commits;
    }

    private void print(int listeners, List<String> ours, List<String> theirs, double seconds) {
        System.out.printf(
                "%d runs by two instances of %d listeners, %d pushes of a person: %.1f s; tries repeated: %d, theirs %d%n",
                ours.size(), listeners, theirs.size(), seconds, repeated.get(), refused.get());
    }

    private static void nothingIsLost(Path shared, List<String> ours, List<String> theirs) throws Exception {
        Set<String> lost = new HashSet<>(ours);
        lost.addAll(theirs);
        git(shared, "rev-list", "main").lines().forEach(lost::remove);
        System.out.printf("%d commits are lost%n", lost.size());
        assertThat(lost).isEmpty();
        assertThat(ours).hasSize(RUNS).doesNotHaveDuplicates();
        assertThat(git(shared, "tag").lines()).hasSize(RUNS);
        assertThat(git(shared, "fsck", "--strict", "--full", "--no-dangling")).isEmpty();
    }

    private static String withToken(String url) {
        return url.replace("://", "://x-access-token:%s@".formatted(HttpGitServer.TOKEN));
    }

    private RepositoryView join(HttpGitServer server, String folder) {
        var settings = new RemoteSettings(
                server.url("shared.git"),
                "main",
                "x-access-token",
                HttpGitServer.TOKEN,
                null,
                null,
                Duration.ofSeconds(30),
                Duration.ofSeconds(10),
                0);
        return RepositoryView.of(temporary.resolve(folder), settings, upstream -> upstream);
    }
}
