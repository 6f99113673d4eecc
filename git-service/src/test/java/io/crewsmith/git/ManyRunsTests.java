package io.crewsmith.git;

import static io.crewsmith.git.Changes.change;
import static io.crewsmith.git.RepositoryView.committed;
import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.git.model.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many runs at once, by two views of one repository: each knows nothing of the other, as two processes do. */
class ManyRunsTests {

    private static final int RUNS = 32;

    @TempDir
    private Path temporary;

    @Test
    void runsOfDifferentAgentsAllReachMain() throws Exception {
        try (var first = RepositoryView.in(temporary);
                var second = RepositoryView.in(temporary)) {
            List<Callable<String>> work = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                int number = i;
                work.add(() -> release(number % 2 == 0 ? first : second, number, "agent-" + number));
            }
            assertThat(all(work)).doesNotHaveDuplicates();

            for (int i = 0; i < RUNS; i++) {
                String path = RepositoryLayout.path("agent-" + i, "app/agents/agent_%d.py".formatted(i));
                assertThat(first.onMain(path)).hasValue("run %d\n".formatted(i));
            }
            assertThat(commitsOnMain(first)).isEqualTo(RUNS + 1);
        }
    }

    @Test
    void oneRunBroughtByManyIsThereOnce() throws Exception {
        try (var first = RepositoryView.in(temporary);
                var second = RepositoryView.in(temporary)) {
            List<Callable<String>> work = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                RepositoryView view = i % 2 == 0 ? first : second;
                work.add(() -> release(view, 1, "market-analyst"));
            }
            assertThat(all(work)).hasSize(RUNS).containsOnly(first.main().name());

            assertThat(commitsOnMain(first)).isEqualTo(2);
        }
    }

    private static List<String> all(List<Callable<String>> work) throws Exception {
        List<String> commits = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<String> release : threads.invokeAll(work)) {
                commits.add(release.get());
            }
        }
        return commits;
    }

    /** Repeats what another process's lock kept from happening, as the failure policy of the listener does. */
    private static String release(RepositoryView view, int number, String key) throws IOException {
        while (true) {
            try {
                var change = change(number, key, "run %d\n".formatted(number));
                committed(view.service.branch(change));
                return committed(view.service.merge(change)).commit();
            } catch (IOException e) {
                assertThat(e).hasMessageEndingWith("is locked by another process");
            }
        }
    }

    private static int commitsOnMain(RepositoryView view) throws IOException {
        int count = 1;
        for (RevCommit commit = view.main(); commit.getParentCount() > 0; count++) {
            commit = view.commit(commit.getParent(0).name());
        }
        return count;
    }
}
