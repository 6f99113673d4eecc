package io.crewsmith.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.RepositoryLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Prints the figures of README.md: a repository of 10,000 files, and what the layout does to it. Runs when asked for. */
class RepositoryMeasurement {

    private static final int FILES = 10_000;
    private static final int WARM = 200;
    private static final int TIMED = 1_000;
    private static final String MODULE = "# generated\n" + "value = 1\n".repeat(150);

    @TempDir
    private Path temporary;

    @Test
    void runsInARepositoryOfManyFiles() throws IOException {
        try (var repository = RepositoryView.in(temporary)) {
            fill(repository, number -> RepositoryLayout.path(key(number), "app/agents/agent.py"));
            long[] branch = new long[WARM + TIMED];
            long[] merge = new long[WARM + TIMED];
            for (int i = 0; i < branch.length; i++) {
                Change change = Changes.change(i, key(i * 7), MODULE + "# " + i + "\n");
                long start = System.nanoTime();
                repository.service.branch(change);
                branch[i] = System.nanoTime() - start;
                start = System.nanoTime();
                repository.service.merge(change);
                merge[i] = System.nanoTime() - start;
            }
            print("branch + commit", branch);
            print("merge", merge);
        }
    }

    @Test
    void oneCommitByLayout() throws IOException {
        commits("commit, 256 folders", number -> RepositoryLayout.path(key(number), "app/agents/agent.py"));
        commits("commit, one folder", "agents/agent_%d.py"::formatted);
    }

    private void commits(String what, IntFunction<String> path) throws IOException {
        try (var repository = RepositoryView.in(temporary.resolve(what))) {
            fill(repository, path);
            long[] nanos = new long[WARM + TIMED];
            for (int i = 0; i < nanos.length; i++) {
                long start = System.nanoTime();
                commit(repository, new TreeMap<>(Map.of(path.apply(i * 7 % FILES), bytes(i))));
                nanos[i] = System.nanoTime() - start;
            }
            print(what, nanos);
        }
    }

    private static void fill(RepositoryView repository, IntFunction<String> path) throws IOException {
        var files = new TreeMap<String, byte[]>();
        for (int i = 0; i < FILES; i++) {
            files.put(path.apply(i), bytes(i));
        }
        // In portions: the editor reads and writes a folder for each file of a portion.
        for (String folder : files.keySet().stream()
                .map(file -> file.substring(0, file.lastIndexOf('/')))
                .distinct()
                .toList()) {
            commit(repository, new TreeMap<>(files.subMap(folder + "/", folder + "0")));
        }
    }

    private static void commit(RepositoryView repository, Map<String, byte[]> files) throws IOException {
        try (var commits = new Commits(repository.bare.git())) {
            RevCommit main = repository.main();
            PersonIdent us = Identity.crewsmith(Changes.NOON);
            ObjectId commit = commits.commit(commits.tree(main.getTree(), files), List.of(main), "measured\n", us, us);
            repository.bare.branches().move(BareRepository.MAIN, main, commit);
        }
    }

    private static byte[] bytes(int number) {
        return (MODULE + "# " + number + "\n").getBytes(UTF_8);
    }

    private static String key(int number) {
        return "agent-" + number % FILES;
    }

    private static void print(String what, long[] nanos) {
        long[] timed = Arrays.copyOfRange(nanos, WARM, nanos.length);
        Arrays.sort(timed);
        System.out.printf(
                "%-20s p50 %6.2f ms  p99 %6.2f ms%n", what, timed[TIMED / 2] / 1e6, timed[TIMED * 99 / 100] / 1e6);
    }
}
