package io.crewsmith.git;

import io.crewsmith.git.remote.Upstream;
import io.crewsmith.git.remote.Upstream.Move;
import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/** The main branch, here and upstream: it moves there first, so that nothing of others is ever lost. */
final class MainBranch {

    private final Branches branches;
    private final Upstream upstream;

    MainBranch(Branches branches, Upstream upstream) {
        this.branches = branches;
        this.upstream = upstream;
    }

    ObjectId tip() throws IOException {
        ObjectId main = branches.tip(BareRepository.MAIN);
        if (main.equals(ObjectId.zeroId())) {
            throw new IOException("The repository has lost its main branch");
        }
        return main;
    }

    /** The same, after a look at what others did meanwhile. */
    ObjectId refreshed() throws IOException {
        upstream.refresh();
        return tip();
    }

    /** Where it stands upstream at this very moment. */
    ObjectId fetched() throws IOException {
        upstream.fetch(BareRepository.MAIN);
        return tip();
    }

    /** Moves it on; false if it stands elsewhere by now, and then {@link #tip()} says where. */
    boolean advance(ObjectId from, ObjectId to) throws IOException {
        if (!upstream.push(List.of(new Move(BareRepository.MAIN, from, to))).isEmpty()) {
            upstream.fetch(BareRepository.MAIN);
            return false;
        }
        // Where there is an upstream, somebody else may have fetched this very move.
        return branches.move(BareRepository.MAIN, from, to) || upstream != Upstream.NONE;
    }
}
