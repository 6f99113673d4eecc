package io.crewsmith.git;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/** Moves a branch from where it is known to stand to a new commit, or not at all. */
final class Branches {

    /** A lock is held for milliseconds; one this old was left by a process that was killed. */
    static final Duration STALE_LOCK = Duration.ofSeconds(20);

    private static final int TRIES = 3;

    private final Repository git;
    private final Clock clock;
    private final boolean sync;

    Branches(Repository git, Clock clock, boolean sync) {
        this.git = git;
        this.clock = clock;
        this.sync = sync;
    }

    /** Where the branch stands; {@link ObjectId#zeroId()} if there is no such branch. */
    ObjectId tip(String ref) throws IOException {
        Ref found = git.exactRef(ref);
        ObjectId tip = found == null ? null : found.getObjectId();
        return tip == null ? ObjectId.zeroId() : tip;
    }

    /**
     * Moves the branch; from {@link ObjectId#zeroId()} means that it must not exist yet.
     *
     * @return false if it stands elsewhere; nothing was changed then
     * @throws IOException if another process holds the lock of the branch, or the disk fails: worth another try
     */
    synchronized boolean move(String ref, AnyObjectId expected, ObjectId next) throws IOException {
        for (int tries = 0; tries < TRIES; tries++) {
            if (moved(ref, expected, next)) {
                sync(file(ref).resolveSibling(""));
                return true;
            }
            if (!tip(ref).equals(expected)) {
                return false;
            }
            removeIfStale(file(ref + ".lock"));
        }
        throw new IOException("%s is locked by another process".formatted(ref));
    }

    /** Removes a branch that stands there; one that stands elsewhere stays. */
    synchronized void remove(String ref, ObjectId expected) throws IOException {
        RefUpdate update = git.updateRef(ref);
        update.setExpectedOldObjectId(expected);
        update.setForceUpdate(true);
        update.delete();
    }

    private boolean moved(String ref, AnyObjectId expected, ObjectId next) throws IOException {
        RefUpdate update = git.updateRef(ref);
        update.setExpectedOldObjectId(expected);
        update.setNewObjectId(next);
        // The new commit was built on the expected one; walking the history to prove it again is spared.
        update.setForceUpdate(true);
        return switch (update.update()) {
            case NEW, FAST_FORWARD, FORCED, NO_CHANGE -> true;
            case LOCK_FAILURE -> false;
            default -> throw new IOException("%s cannot be moved: %s".formatted(ref, update.getResult()));
        };
    }

    private void removeIfStale(Path lock) throws IOException {
        try {
            Instant taken = Files.getLastModifiedTime(lock).toInstant();
            if (taken.isBefore(clock.instant().minus(STALE_LOCK))) {
                Files.deleteIfExists(lock);
            }
        } catch (NoSuchFileException e) {
            // Whoever held it was done just now: the next try shows what became of the branch.
        }
    }

    /** A renamed file survives a power cut only when its folder is on the disk too. */
    private void sync(Path folder) throws IOException {
        if (sync) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private Path file(String ref) {
        return git.getDirectory().toPath().resolve(ref);
    }
}
