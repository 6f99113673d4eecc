package io.crewsmith.git.remote;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;

/** A repository on another machine. Ours leads for the branches of runs and follows for the main branch. */
public final class RemoteRepository implements Upstream, AutoCloseable {

    static final String MAIN = Constants.R_HEADS + "main";

    /** Where its main branch stood when it was fetched last. */
    static final String KNOWN_MAIN = Constants.R_REMOTES + "upstream/main";

    /** Where what was only looked at is kept from being collected as garbage. */
    private static final String SEEN = Constants.R_REMOTES + "seen/";

    private final Repository git;
    private final RemoteSettings settings;
    private final Clock clock;
    private final Connections connections;
    private final PushQueue pushes;
    private final DistributionSummary together;
    private volatile Instant fetchedAt = Instant.EPOCH;

    public RemoteRepository(Repository git, RemoteSettings settings, Clock clock, MeterRegistry meters) {
        this.git = git;
        this.settings = settings;
        this.clock = clock;
        this.connections = new Connections(git, settings);
        this.pushes = new PushQueue(this::pushTogether);
        this.together = DistributionSummary.builder("crewsmith.git.push.refs")
                .description("Branches and tags that one push to the remote repository moved")
                .register(meters);
        Gauge.builder("crewsmith.git.push.waiting", pushes, PushQueue::waiting)
                .description("Runs that wait for the push to the remote repository that is under way")
                .register(meters);
    }

    /**
     * Brings both main branches together, once at the start.
     *
     * @throws IllegalStateException if they have nothing in common, or it cannot be reached
     */
    public void join() {
        new Joining(git, this, settings).join();
    }

    @Override
    public void refresh() throws IOException {
        if (!clock.instant().isBefore(fetchedAt.plus(settings.freshFor()))) {
            fetch(MAIN);
        }
    }

    /** One at a time: of two that bring the same pack, one would find it half there. */
    @Override
    public synchronized void fetch(String ref) throws IOException {
        if (ref.equals(MAIN)) {
            Instant now = clock.instant();
            fetch(remoteName(MAIN), KNOWN_MAIN, 0);
            follow();
            fetchedAt = now;
        } else {
            fetch(ref, ref, 0);
        }
    }

    @Override
    public ObjectId look(String ref) throws IOException {
        if (!has(ref)) {
            return ObjectId.zeroId();
        }
        String seen = SEEN + ref;
        fetch(remoteName(ref), seen, 0);
        return requireNonNull(git.resolve(seen));
    }

    /** Our main branch where the remote one is known to stand. */
    void follow() throws IOException {
        RefUpdate update = git.updateRef(MAIN);
        update.setNewObjectId(git.resolve(KNOWN_MAIN));
        update.setForceUpdate(true);
        RefUpdate.Result result = update.update();
        if (result == RefUpdate.Result.LOCK_FAILURE || result == RefUpdate.Result.IO_FAILURE) {
            throw new IOException("%s is locked by another process".formatted(MAIN));
        }
    }

    void fetch(String there, String here, int depth) throws IOException {
        try (Transport transport = connections.open()) {
            if (depth > 0) {
                transport.setDepth(depth);
            }
            transport.fetch(NullProgressMonitor.INSTANCE, List.of(new RefSpec("+%s:%s".formatted(there, here))));
        }
    }

    /** Whether it has this branch at all. */
    boolean has(String ref) throws IOException {
        try (Transport transport = connections.open();
                var connection = transport.openFetch()) {
            return connection.getRef(remoteName(ref)) != null;
        }
    }

    @Override
    public Set<String> push(List<Move> moves) throws IOException {
        List<RemoteRefUpdate> updates = new ArrayList<>();
        for (Move move : moves) {
            updates.add(new RemoteRefUpdate(
                    git, (String) null, move.to(), remoteName(move.ref()), true, null, move.from()));
        }
        pushes.push(updates);
        Set<String> elsewhere = new TreeSet<>();
        for (int i = 0; i < moves.size(); i++) {
            if (!PushResults.arrived(updates.get(i))) {
                elsewhere.add(moves.get(i).ref());
            }
        }
        return elsewhere;
    }

    private void pushTogether(Collection<RemoteRefUpdate> updates) throws IOException {
        together.record(updates.size());
        try (Transport transport = connections.open()) {
            transport.push(NullProgressMonitor.INSTANCE, updates);
        }
    }

    /** Theirs may have another name. */
    String remoteName(String ref) {
        return ref.equals(MAIN) ? Constants.R_HEADS + settings.branch() : ref;
    }

    @Override
    public void close() {
        connections.close();
    }
}
