package io.crewsmith.git;

import io.crewsmith.git.github.Forge;
import io.crewsmith.git.github.ForgeMerge;
import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.Effect;
import io.crewsmith.git.model.Effect.Conflicted;
import io.crewsmith.git.model.Effect.Created;
import io.crewsmith.git.model.Effect.Done;
import io.crewsmith.git.model.Effect.Refused;
import io.crewsmith.git.model.Effect.Unchanged;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;

/** Commits to the main branch. Others do so too, so it may have moved on: then once more, from where it is. */
final class MainLine {

    /** Each of them lost to somebody who was faster. */
    private static final int TRIES = 100;

    private final Repository git;
    private final MainBranch main;
    private final History history;
    private final Forge forge;
    private final MergePolicy policy;

    MainLine(Repository git, MainBranch main, History history, Forge forge, MergePolicy policy) {
        this.git = git;
        this.main = main;
        this.history = history;
        this.forge = forge;
        this.policy = policy;
    }

    Effect bring(Arrival arrival) throws IOException {
        if (forge != Forge.NONE) {
            // It merges what it has, without looking whose it is.
            main.fetched();
        }
        try (var commits = new Commits(git)) {
            for (int tries = 0; tries < TRIES; tries++) {
                RevCommit head = commits.read(main.tip());
                Optional<Effect> known = known(head, arrival);
                if (known.isEmpty()) {
                    Optional<Effect> moved = move(commits, head, arrival);
                    if (moved.isPresent()) {
                        return moved.get();
                    }
                } else if (known.get() instanceof Done || main.fetched().equals(head)) {
                    return known.get();
                }
            }
            throw new IOException("Others move the main branch faster than %s gets there".formatted(arrival.branch()));
        }
    }

    /** What makes a commit needless or impossible. */
    private Optional<Effect> known(RevCommit head, Arrival arrival) throws IOException {
        Optional<ObjectId> there = arrival.on(head, history);
        if (there.isPresent()) {
            return Optional.of(there(head, there.get(), arrival));
        }
        return history.edit(
                        head,
                        arrival.change(),
                        ChangedFiles.of(arrival.change()).keySet())
                .map(edit -> new Conflicted(arrival.branch(), edit.paths(), edit.reason()));
    }

    /** Whoever merged it may have merged more than was approved; somebody may have set that right since. */
    private Effect there(RevCommit head, ObjectId there, Arrival arrival) throws IOException {
        Map<String, byte[]> files = ChangedFiles.of(arrival.change());
        Optional<Edit> mixed = history.other(there, files);
        return mixed.isEmpty() || history.other(head, files).isEmpty()
                ? new Unchanged(arrival.branch(), there.name(), "The main branch holds it already.")
                : new Conflicted(
                        arrival.branch(), mixed.get().paths(), mixed.get().reason());
    }

    /** Empty if the main branch is elsewhere by now, be it because the forge merged. */
    private Optional<Effect> move(Commits commits, RevCommit head, Arrival arrival) throws IOException {
        return switch (atForge(commits, head, arrival)) {
            case ForgeMerge.NoRequest _ -> {
                ObjectId commit = commit(commits, head, arrival);
                yield main.advance(head, commit)
                        ? Optional.of(new Created(arrival.branch(), commit.name()))
                        : Optional.empty();
            }
            case ForgeMerge.Merged _ -> {
                main.fetched();
                yield Optional.empty();
            }
            case ForgeMerge.Refused(String reason) -> Optional.of(new Refused(reason));
        };
    }

    private ForgeMerge atForge(Commits commits, RevCommit head, Arrival arrival) throws IOException {
        return switch (arrival) {
            case MergeArrival(Change change, ObjectId tip)
            when forge != Forge.NONE -> forge.merge(change.branch(), tip.name(), message(commits, head, arrival));
            case MergeArrival _, RollbackArrival _ -> new ForgeMerge.NoRequest();
        };
    }

    private String message(Commits commits, RevCommit head, Arrival arrival) throws IOException {
        ObjectId tree = commits.tree(head.getTree(), ChangedFiles.on(head, arrival.change(), history));
        return arrival.message(commits.folder(tree, arrival.change().folder()));
    }

    private ObjectId commit(Commits commits, RevCommit head, Arrival arrival) throws IOException {
        Change change = arrival.change();
        ObjectId tree = commits.tree(head.getTree(), ChangedFiles.on(head, change, history));
        String message = arrival.message(commits.folder(tree, change.folder()));
        PersonIdent author = Identity.of(change.author(), change.at());
        PersonIdent actor = Identity.of(change.actor(), change.at());
        return switch (arrival) {
            case RollbackArrival _ -> commits.commit(tree, List.of(head), message, actor, actor);
            case MergeArrival(Change _, ObjectId tip) -> {
                RevCommit branch = commits.read(forge == Forge.NONE ? tip : history.toMerge(change, tip));
                yield mayFastForward(branch, head, tree)
                        ? branch
                        : commits.commit(tree, List.of(head, branch), message, author, actor);
            }
        };
    }

    /** Only to a commit that adds to the main branch, as it stands, exactly what was approved. */
    private boolean mayFastForward(RevCommit branch, RevCommit head, ObjectId tree) {
        return policy == MergePolicy.FAST_FORWARD
                && branch.getParentCount() == 1
                && branch.getParent(0).equals(head)
                && branch.getTree().equals(tree);
    }
}
