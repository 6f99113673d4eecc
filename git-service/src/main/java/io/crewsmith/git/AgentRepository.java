package io.crewsmith.git;

import static java.util.Objects.requireNonNull;

import io.crewsmith.git.Releases.Release;
import io.crewsmith.git.github.Forge;
import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.Change.Kind;
import io.crewsmith.git.model.Effect;
import io.crewsmith.git.model.Effect.Conflicted;
import io.crewsmith.git.model.Effect.Created;
import io.crewsmith.git.model.Effect.Done;
import io.crewsmith.git.model.Effect.Refused;
import io.crewsmith.git.model.Effect.Unchanged;
import io.crewsmith.git.remote.PushRefusedException;
import io.crewsmith.git.remote.Upstream;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings changes into the repository. Each effect looks first whether it is there already, so it may be repeated. */
final class AgentRepository {

    private static final Logger LOG = LoggerFactory.getLogger(AgentRepository.class);

    private final RunBranch runBranch;
    private final MainBranch main;
    private final MainLine mainLine;
    private final Releases releases;
    private final History history;

    AgentRepository(BareRepository repository, Upstream upstream, Forge forge, MergePolicy policy) {
        Branches branches = repository.branches();
        this.releases = new Releases(repository.git(), branches, upstream);
        this.history = new History(repository.git(), releases, new Bundles(repository.git(), branches, upstream));
        this.main = new MainBranch(branches, upstream);
        this.mainLine = new MainLine(repository.git(), main, history, forge, policy);
        this.runBranch = new RunBranch(repository.git(), branches, upstream, history);
    }

    /** Commits the change to the branch of its run. */
    Effect branch(Change change) throws IOException {
        // Before the tag is looked for: a branch ends only after its release is tagged.
        ObjectId tip = runBranch.tip(change);
        Optional<Release> release = releases.of(change);
        if (release.isPresent()) {
            ObjectId branched = history.mergedBy(release.get().commit(), change);
            return new Unchanged(change.branch(), branched.name(), released(release.get()));
        }
        return orRefused(() -> onBranch(change, tip));
    }

    /** Whether the run has a branch; nothing of it is at a forge where it has none. */
    boolean isBranched(Kind kind, String key, UUID run) throws IOException {
        return runBranch.isThere(kind, key, run);
    }

    /** Whether the code of the run was merged, so that its branch has ended. */
    boolean isReleased(Change change) throws IOException {
        return releases.of(change).isPresent();
    }

    private Effect onBranch(Change change, ObjectId known) throws IOException {
        ObjectId tip = known;
        boolean isNew = tip.equals(ObjectId.zeroId());
        if (isNew) {
            ObjectId head = main.refreshed();
            Optional<Edit> edit = edit(head, change);
            if (edit.isPresent()) {
                // It may have been reverted a moment ago.
                head = main.fetched();
                edit = edit(head, change);
            }
            if (edit.isPresent()) {
                return new Conflicted(
                        change.branch(), edit.get().paths(), edit.get().reason());
            }
            tip = runBranch.begin(change, head);
        }
        tip = runBranch.publish(change, tip, main.tip());
        if (!history.brings(tip, main.tip(), change)) {
            return new Refused("Branch %s is there already, with other code. Take that away, then resume."
                    .formatted(change.branch()));
        }
        return isNew
                ? new Created(change.branch(), tip.name())
                : new Unchanged(change.branch(), tip.name(), "The branch is there already.");
    }

    private Optional<Edit> edit(ObjectId head, Change change) throws IOException {
        return history.edit(head, change, ChangedFiles.of(change).keySet());
    }

    /** Both of it, for a run that paused anywhere between. */
    Effect release(Change change) throws IOException {
        Effect branched = branch(change);
        return branched instanceof Done ? merge(change) : branched;
    }

    /** Merges the branch of the run into the main branch, if it holds exactly the approved files. */
    Effect merge(Change change) throws IOException {
        ObjectId tip = runBranch.tip(change);
        Optional<Release> release = releases.of(change);
        if (release.isPresent()) {
            String commit = release.get().commit().name();
            return ended(change, new Unchanged(change.branch(), commit, released(release.get())), null);
        }
        if (tip.equals(ObjectId.zeroId()) || !history.brings(tip, main.tip(), change)) {
            return new Refused("Branch %s does not hold the approved code alone.".formatted(change.branch()));
        }
        return orRefused(() -> ended(change, mainLine.bring(new MergeArrival(change, tip)), null));
    }

    /** Brings the files of the change back by a new commit on the main branch. */
    Effect rollBack(Change change, UUID rolledBack) throws IOException {
        return orRefused(() -> ended(change, mainLine.bring(new RollbackArrival(change, rolledBack)), rolledBack));
    }

    /** What follows a commit on the main branch: its tag, and the end of the branch that it came from. */
    private Effect ended(Change change, Effect effect, @Nullable UUID rolledBack) throws IOException {
        if (effect instanceof Done done) {
            try {
                releases.tag(change, ObjectId.fromString(done.commit()), rolledBack);
                if (rolledBack == null) {
                    runBranch.end(change);
                }
            } catch (PushRefusedException e) {
                // The code is on the main branch, whatever becomes of what only marks it.
                LOG.warn("{}", e.getMessage());
            }
        }
        return effect;
    }

    private static String released(Release release) {
        return "It is released as %s.".formatted(release.name());
    }

    @FunctionalInterface
    private interface Work {
        Effect perform() throws IOException;
    }

    private static Effect orRefused(Work work) throws IOException {
        try {
            return work.perform();
        } catch (PathObstructedException | PushRefusedException e) {
            return new Refused(requireNonNull(e.getMessage()));
        }
    }
}
