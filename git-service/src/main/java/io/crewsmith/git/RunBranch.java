package io.crewsmith.git;

import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.Change.Kind;
import io.crewsmith.git.model.CommitMessage;
import io.crewsmith.git.remote.Upstream;
import io.crewsmith.git.remote.Upstream.Move;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;

/** The branches of the runs, each with one commit of ours. They lead here and follow upstream. */
final class RunBranch {

    private final Repository git;
    private final Branches branches;
    private final Upstream upstream;
    private final History history;

    RunBranch(Repository git, Branches branches, Upstream upstream, History history) {
        this.git = git;
        this.branches = branches;
        this.upstream = upstream;
        this.history = history;
    }

    /** Where it stands; {@link ObjectId#zeroId()} if it is not there. */
    ObjectId tip(Change change) throws IOException {
        return branches.tip(ref(change));
    }

    boolean isThere(Kind kind, String key, UUID run) throws IOException {
        return !branches.tip(Constants.R_HEADS + Change.branch(kind, key, run)).equals(ObjectId.zeroId());
    }

    /** Commits the change on top of the main branch. */
    ObjectId begin(Change change, ObjectId main) throws IOException {
        try (var commits = new Commits(git)) {
            RevCommit head = commits.read(main);
            ObjectId tree = commits.tree(head.getTree(), ChangedFiles.on(head, change, history));
            ObjectId commit = commits.commit(
                    tree,
                    List.of(head),
                    CommitMessage.generate(change, commits.folder(tree, change.folder())),
                    Identity.of(change.author(), change.at()),
                    Identity.of(change.actor(), change.at()));
            return branches.move(ref(change), ObjectId.zeroId(), commit) ? commit : tip(change);
        }
    }

    /**
     * Brings it upstream. Where it stood there before, as after a loss of our own repository, that is where it stands; but
     * what others put there is not taken over.
     *
     * @return where it stands upstream
     */
    ObjectId publish(Change change, ObjectId tip, ObjectId main) throws IOException {
        String ref = ref(change);
        if (upstream.push(List.of(new Move(ref, ObjectId.zeroId(), tip))).isEmpty()) {
            return tip;
        }
        ObjectId there = upstream.look(ref);
        if (there.equals(ObjectId.zeroId())) {
            throw new IOException("%s is gone from the remote repository".formatted(ref));
        }
        if (history.brings(there, main, change)) {
            branches.move(ref, tip, there);
        }
        return there;
    }

    /** Removes it; what somebody added to it meanwhile stays. */
    void end(Change change) throws IOException {
        ObjectId tip = tip(change);
        if (!tip.equals(ObjectId.zeroId())) {
            upstream.push(List.of(new Move(ref(change), tip, ObjectId.zeroId())));
            branches.remove(ref(change), tip);
        }
    }

    private static String ref(Change change) {
        return Constants.R_HEADS + change.branch();
    }
}
