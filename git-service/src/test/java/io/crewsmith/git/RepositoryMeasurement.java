package io.crewsmith.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import io.crewsmith.testsupport.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prints the figures of README.md: repositories of many files, and what the layout does to them. Runs when asked for. */
class RepositoryMeasurement {

    private static final int WARM_UP = 200;
    private static final int TIMED = 1_000;

    /** A commit to one folder of 100,000 files takes long. */
    private static final int LAYOUT_WARM_UP = 50;

    private static final int LAYOUT_TIMED = 300;

    @TempDir
    private Path temporary;

    /** How long the disk takes, beside which all other figures are to be read. */
    @Test
    void theDisk() throws IOException {
        var writes = new Timings("fsync of a small file", WARM_UP);
        for (int i = 0; i < WARM_UP + TIMED; i++) {
            Path file = temporary.resolve("small-" + i);
            writes.time(() -> write(file));
        }
        writes.print();
    }

    private static void write(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
            channel.write(ByteBuffer.wrap(ManyFiles.text(0).getBytes(UTF_8)));
            channel.force(true);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 100_000})
    void runs(int files) throws IOException {
        try (var repository = RepositoryView.in(temporary)) {
            ManyFiles.fillReleased(repository, files);
            var runs = new TimedRuns(repository, "%,d files".formatted(files), files, WARM_UP, 0);
            runs.oneByOne(TIMED);
            runs.openAtOnce(TIMED);
        }
    }

    /** In turns, so that whatever else the machine does is the same for all. */
    @ParameterizedTest
    @ValueSource(ints = {10_000, 100_000})
    void oneCommitByLayout(int files) throws IOException {
        try (var oneFolder = new Layout("one folder", files, "agents/agent_%d.py"::formatted);
                var hundreds = new Layout("256 folders", files, ManyFiles::path);
                var twoLevels = new Layout("65,536 folders", files, RepositoryMeasurement::inTwoLevels)) {
            List<Layout> layouts = List.of(oneFolder, hundreds, twoLevels);
            for (int i = 0; i < LAYOUT_WARM_UP + LAYOUT_TIMED; i++) {
                for (Layout layout : layouts) {
                    layout.commit(i);
                }
            }
            layouts.forEach(layout -> layout.timings.print());
        }
    }

    private static String inTwoLevels(int agent) {
        String key = ManyFiles.key(agent);
        String digest = Samples.sha256(key);
        return "agents/%s/%s/%s/agent_%d.py".formatted(digest.substring(0, 2), digest.substring(2, 4), key, agent);
    }

    private final class Layout implements AutoCloseable {

        private final int files;
        private final IntFunction<String> path;
        private final RepositoryView repository;
        private final Timings timings;

        Layout(String name, int files, IntFunction<String> path) throws IOException {
            this.files = files;
            this.path = path;
            this.repository = RepositoryView.in(temporary.resolve(name));
            this.timings = new Timings("a commit, %,d files, %s".formatted(files, name), LAYOUT_WARM_UP);
            ManyFiles.fill(repository, files, path);
        }

        void commit(int number) throws IOException {
            byte[] text = ManyFiles.text(number).getBytes(UTF_8);
            timings.time(() -> commit(Map.of(path.apply(number * 7 % files), text)));
        }

        private void commit(Map<String, byte[]> file) throws IOException {
            try (var commits = new Commits(repository.bare.git())) {
                RevCommit main = repository.main();
                PersonIdent us = Identity.crewsmith(Changes.NOON);
                ObjectId tree = commits.tree(main.getTree(), file);
                ObjectId commit = commits.commit(tree, List.of(main), "measured\n", us, us);
                repository.bare.branches().move(BareRepository.MAIN, main, commit);
            }
        }

        @Override
        public void close() {
            repository.close();
        }
    }
}
