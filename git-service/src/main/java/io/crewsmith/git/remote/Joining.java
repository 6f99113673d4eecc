package io.crewsmith.git.remote;

import static java.util.Objects.requireNonNull;

import io.crewsmith.git.remote.Upstream.Move;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Brings our main branch and the remote one together. An empty remote repository gets ours; of two, one leads. */
final class Joining {

    private final Repository git;
    private final RemoteRepository remote;
    private final RemoteSettings settings;

    Joining(Repository git, RemoteRepository remote, RemoteSettings settings) {
        this.git = git;
        this.remote = remote;
        this.settings = settings;
    }

    void join() {
        try {
            String obstacle = obstacle();
            if (!obstacle.isEmpty()) {
                throw new IllegalStateException("The remote repository %s %s".formatted(settings.url(), obstacle));
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The remote repository %s cannot be used: %s. Look at crewsmith.git.remote.*"
                            .formatted(settings.url(), e.getMessage()),
                    e);
        }
    }

    private String obstacle() throws IOException {
        ObjectId here = requireNonNull(git.resolve(RemoteRepository.MAIN));
        if (!remote.has(RemoteRepository.MAIN)) {
            return pushed(ObjectId.zeroId(), here) ? "" : "was begun by somebody else just now; start again";
        }
        remote.fetch(remote.remoteName(RemoteRepository.MAIN), RemoteRepository.KNOWN_MAIN, settings.depth());
        ObjectId there = requireNonNull(git.resolve(RemoteRepository.KNOWN_MAIN));
        if (isFirst(here) || isAncestor(here, there)) {
            remote.follow();
            return "";
        }
        return isAncestor(there, here) && pushed(there, here)
                ? ""
                : "has another history than the folder crewsmith.git.repository: give the folder a new name";
    }

    private boolean pushed(ObjectId from, ObjectId to) throws IOException {
        return remote.push(List.of(new Move(RemoteRepository.MAIN, from, to))).isEmpty();
    }

    /** Nothing was ever brought to it. */
    private boolean isFirst(ObjectId main) throws IOException {
        try (var walk = new RevWalk(git)) {
            return walk.parseCommit(main).getParentCount() == 0;
        }
    }

    private boolean isAncestor(ObjectId earlier, ObjectId later) throws IOException {
        try (var walk = new RevWalk(git)) {
            RevCommit tip = walk.parseCommit(later);
            return walk.isMergedInto(walk.parseCommit(earlier), tip);
        }
    }
}
