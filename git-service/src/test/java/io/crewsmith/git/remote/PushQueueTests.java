package io.crewsmith.git.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many who push at once. */
@Timeout(30)
class PushQueueTests {

    @TempDir
    private Path temporary;

    private final CountDownLatch underWay = new CountDownLatch(1);
    private final CountDownLatch othersWait = new CountDownLatch(1);
    private final List<List<String>> pushed = Collections.synchronizedList(new ArrayList<>());
    private Repository git;

    @BeforeEach
    void begin() throws IOException {
        git = new FileRepositoryBuilder()
                .setGitDir(temporary.toFile())
                .setBare()
                .build();
        git.create(true);
    }

    @Test
    void whoComesDuringAPushIsInTheNextOneTogether() throws Exception {
        pushAtOnce(new PushQueue(this::push), "a", "b", "c", "d");

        assertThat(pushed).hasSize(2);
        assertThat(pushed.getFirst()).containsExactly("a");
        assertThat(pushed.getLast()).containsExactlyInAnyOrder("b", "c", "d");
    }

    @Test
    void twoThatMoveTheSameBranchComeOneAfterTheOther() throws Exception {
        pushAtOnce(new PushQueue(this::push), "a", "main", "main", "b");

        assertThat(pushed).hasSize(3);
        assertThat(pushed.get(1)).containsExactlyInAnyOrder("main", "b");
        assertThat(pushed.get(2)).containsExactly("main");
    }

    @Test
    void aPushThatFailsFailsForAllWhoWereInIt() {
        var queue = new PushQueue(updates -> {
            throw new IOException("connection lost");
        });

        assertThatThrownBy(() -> queue.push(List.of(update("a"))))
                .isInstanceOf(IOException.class)
                .hasMessage("connection lost");
    }

    /** The first is under way when the others come. */
    private void pushAtOnce(PushQueue queue, String first, String... others) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> pushes = new ArrayList<>(List.of(threads.submit(pushing(queue, first))));
            underWay.await();
            for (String other : others) {
                pushes.add(threads.submit(pushing(queue, other)));
            }
            while (queue.waiting() < others.length) {
                Thread.onSpinWait();
            }
            othersWait.countDown();
            for (Future<Void> push : pushes) {
                push.get();
            }
        }
    }

    private Callable<Void> pushing(PushQueue queue, String name) {
        return () -> {
            queue.push(List.of(update(name)));
            return null;
        };
    }

    private void push(Collection<RemoteRefUpdate> updates) throws IOException {
        pushed.add(updates.stream().map(RemoteRefUpdate::getRemoteName).toList());
        underWay.countDown();
        try {
            othersWait.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private RemoteRefUpdate update(String name) throws IOException {
        return new RemoteRefUpdate(git, (String) null, ObjectId.zeroId(), name, true, null, ObjectId.zeroId());
    }
}
