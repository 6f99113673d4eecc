package io.crewsmith.git.remote;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.jspecify.annotations.Nullable;

/**
 * Lets those who push at the same time share one connection: most of the time of a push is its round trips. Whoever comes
 * while one is under way is in the next.
 */
final class PushQueue {

    private final Connection connection;
    private final List<Wish> waiting = new ArrayList<>();
    private final ReentrantLock connected = new ReentrantLock();

    PushQueue(Connection connection) {
        this.connection = connection;
    }

    /** Brings updates over; each of them knows afterwards what became of it. */
    @FunctionalInterface
    interface Connection {
        void push(Collection<RemoteRefUpdate> updates) throws IOException;
    }

    private static final class Wish {

        private final List<RemoteRefUpdate> updates;
        private boolean done;
        private @Nullable IOException failure;

        Wish(List<RemoteRefUpdate> updates) {
            this.updates = updates;
        }
    }

    void push(List<RemoteRefUpdate> updates) throws IOException {
        var ours = new Wish(updates);
        synchronized (waiting) {
            waiting.add(ours);
        }
        connected.lock();
        try {
            while (!ours.done) {
                pushTogether(next());
            }
        } finally {
            connected.unlock();
        }
        if (ours.failure != null) {
            throw new IOException(ours.failure.getMessage(), ours.failure);
        }
    }

    /** How many wait for the push that is under way. */
    int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    private void pushTogether(List<Wish> wishes) {
        IOException failure = null;
        try {
            connection.push(
                    wishes.stream().flatMap(wish -> wish.updates.stream()).toList());
        } catch (IOException e) {
            failure = e;
        }
        for (Wish wish : wishes) {
            wish.failure = failure;
            wish.done = true;
        }
    }

    /** Those that wait, but of two that move the same branch only the first. */
    private List<Wish> next() {
        List<Wish> wishes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        synchronized (waiting) {
            for (Iterator<Wish> all = waiting.iterator(); all.hasNext(); ) {
                Wish wish = all.next();
                List<String> wanted = wish.updates.stream()
                        .map(RemoteRefUpdate::getRemoteName)
                        .toList();
                if (wanted.stream().noneMatch(names::contains)) {
                    names.addAll(wanted);
                    wishes.add(wish);
                    all.remove();
                }
            }
        }
        return wishes;
    }
}
