package io.crewsmith.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.crewsmith.git.model.Bundle;
import io.crewsmith.git.model.Bundle.Bundled;
import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.Change.Kind;
import io.crewsmith.git.remote.Upstream;
import io.crewsmith.git.remote.Upstream.Move;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Branches that show the code of several runs. Their one commit merges the branches of the runs into the main branch as it
 * was, so a run that is taken out is gone from their history too.
 */
final class Bundles {

    /** Runs that are not to be shown: marked before their bundle is looked for, so that who opens it meanwhile sees it. */
    private static final String OUT = "refs/crewsmith/out/";

    private final Repository git;
    private final Branches branches;
    private final Upstream upstream;

    Bundles(Repository git, Branches branches, Upstream upstream) {
        this.git = git;
        this.branches = branches;
        this.upstream = upstream;
    }

    /** A bundle and the commit that shows it. */
    record Shown(Bundle bundle, ObjectId commit) {

        private String ref() {
            return Constants.R_HEADS + bundle.branch();
        }
    }

    Optional<Shown> find(UUID bundle) throws IOException {
        ObjectId tip = branches.tip(Constants.R_HEADS + Bundle.branch(bundle));
        return tip.equals(ObjectId.zeroId()) ? Optional.empty() : shown(tip);
    }

    /** Where the branch of a run stands; empty where it has ended, or the run is not to be shown. */
    Optional<ObjectId> tip(Kind kind, String key, UUID run) throws IOException {
        ObjectId tip = branches.tip(Constants.R_HEADS + Change.branch(kind, key, run));
        return tip.equals(ObjectId.zeroId()) || isOut(run) ? Optional.empty() : Optional.of(tip);
    }

    /** From now on it is not to be shown. */
    void takeOut(UUID run) throws IOException {
        branches.move(OUT + run, ObjectId.zeroId(), branches.tip(BareRepository.MAIN));
    }

    boolean isOut(UUID run) throws IOException {
        return !branches.tip(OUT + run).equals(ObjectId.zeroId());
    }

    /** The files of its runs, as texts. */
    Map<String, String> texts(Shown shown) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (var commits = new Commits(git)) {
            for (Bundled run : shown.bundle().runs()) {
                commits.added(commits.read(ObjectId.fromString(run.tip())))
                        .forEach((path, bytes) -> texts.put(path, new String(bytes, UTF_8)));
            }
        }
        return texts;
    }

    /**
     * Begins its branch. One that is there stays as it is, whatever became of it since.
     *
     * @return empty if somebody else has that branch upstream
     */
    Optional<Shown> open(Bundle bundle, Instant at) throws IOException {
        String ref = Constants.R_HEADS + bundle.branch();
        if (branches.tip(ref).equals(ObjectId.zeroId())) {
            ObjectId main = branches.tip(BareRepository.MAIN);
            branches.move(ref, ObjectId.zeroId(), commit(bundle, main, at));
        }
        Optional<Shown> shown = find(bundle.id());
        return shown.isEmpty() || published(shown.get()) ? shown : upstream(shown.get());
    }

    private boolean published(Shown shown) throws IOException {
        return upstream.push(List.of(new Move(shown.ref(), ObjectId.zeroId(), shown.commit())))
                .isEmpty();
    }

    /**
     * Takes a run out of it: the branch shows the others alone.
     *
     * @return empty if the branch is no longer ours
     */
    Optional<Shown> drop(Shown shown, UUID run, Instant at) throws IOException {
        Optional<Shown> there = upstream(shown);
        if (there.isEmpty() || !there.get().bundle().holds(run)) {
            return there;
        }
        ObjectId from = there.get().commit();
        Bundle rest = there.get().bundle().without(run);
        ObjectId next = commit(rest, base(from), at);
        if (!upstream.push(List.of(new Move(shown.ref(), from, next))).isEmpty()
                || !branches.move(shown.ref(), from, next)) {
            throw new IOException("%s was changed meanwhile".formatted(shown.ref()));
        }
        return Optional.of(new Shown(rest, next));
    }

    /** As it stands upstream, where somebody may have been killed before it stood so here. What is not ours ends here. */
    private Optional<Shown> upstream(Shown shown) throws IOException {
        ObjectId there = upstream.look(shown.ref());
        if (there.equals(shown.commit())) {
            return Optional.of(shown);
        }
        Optional<Shown> ours = there.equals(ObjectId.zeroId()) ? Optional.empty() : shown(there);
        if (ours.isEmpty() || !ours.get().bundle().id().equals(shown.bundle().id()) || !isOurs(ours.get())) {
            branches.remove(shown.ref(), shown.commit());
            return Optional.empty();
        }
        branches.move(shown.ref(), shown.commit(), there);
        return ours;
    }

    /** Whether any of it is not on the main branch yet. */
    boolean isWaitedFor(Shown shown) throws IOException {
        return isWaitedFor(shown.bundle().runs());
    }

    private boolean isWaitedFor(List<Bundled> runs) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            for (Bundled bundled : runs) {
                walk.markStart(walk.parseCommit(ObjectId.fromString(bundled.tip())));
            }
            walk.markUninteresting(walk.parseCommit(branches.tip(BareRepository.MAIN)));
            return walk.next() != null;
        }
    }

    /** The commit of the bundle that the run is the last of: what is merged with it then is shown as merged. */
    Optional<ObjectId> completedBy(UUID run) throws IOException {
        for (Shown shown : all()) {
            if (shown.bundle().holds(run)) {
                return isWaitedFor(shown.bundle().without(run).runs()) || !isOurs(shown)
                        ? Optional.empty()
                        : Optional.of(shown.commit());
            }
        }
        return Optional.empty();
    }

    /** Those of which nothing is waited for any more. */
    List<Shown> finished() throws IOException {
        List<Shown> finished = new ArrayList<>();
        for (Shown shown : all()) {
            if (!isWaitedFor(shown)) {
                finished.add(shown);
            }
        }
        return finished;
    }

    boolean isMerged(Shown shown) throws IOException {
        return isOnMain(shown.commit());
    }

    /** Removes its branch. */
    void end(Shown shown) throws IOException {
        upstream.push(List.of(new Move(shown.ref(), shown.commit(), ObjectId.zeroId())));
        branches.remove(shown.ref(), shown.commit());
    }

    private List<Shown> all() throws IOException {
        List<Shown> all = new ArrayList<>();
        for (Ref ref : git.getRefDatabase().getRefsByPrefix(Constants.R_HEADS + Bundle.BRANCHES)) {
            shown(requireNonNull(ref.getObjectId())).ifPresent(all::add);
        }
        return all;
    }

    private Optional<Shown> shown(AnyObjectId commit) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            RevCommit parsed = walk.parseCommit(commit);
            return Bundle.of(parsed.getFullMessage()).map(bundle -> new Shown(bundle, parsed.copy()));
        }
    }

    /** Whether the commit merges what its message says into a commit of the main branch, and nothing else. */
    private boolean isOurs(Shown shown) throws IOException {
        ObjectId base = base(shown.commit());
        if (!isOnMain(base)) {
            return false;
        }
        try (var commits = new Commits(git)) {
            RevCommit commit = commits.read(shown.commit());
            List<RevCommit> parents = parents(commits, shown.bundle(), base);
            return List.of(commit.getParents()).equals(parents)
                    && commit.getTree().equals(tree(commits, parents));
        }
    }

    private boolean isOnMain(ObjectId commit) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            return walk.isMergedInto(walk.parseCommit(commit), walk.parseCommit(branches.tip(BareRepository.MAIN)));
        }
    }

    private ObjectId base(ObjectId commit) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            RevCommit parsed = walk.parseCommit(commit);
            return parsed.getParentCount() == 0 ? commit : parsed.getParent(0).copy();
        }
    }

    private ObjectId commit(Bundle bundle, ObjectId base, Instant at) throws IOException {
        try (var commits = new Commits(git)) {
            List<RevCommit> parents = parents(commits, bundle, base);
            return commits.commit(
                    tree(commits, parents), parents, bundle.message(), Identity.crewsmith(at), Identity.crewsmith(at));
        }
    }

    private static List<RevCommit> parents(Commits commits, Bundle bundle, ObjectId base) throws IOException {
        List<RevCommit> parents = new ArrayList<>(List.of(commits.read(base)));
        for (Bundled bundled : bundle.runs()) {
            parents.add(commits.read(ObjectId.fromString(bundled.tip())));
        }
        return parents;
    }

    /** Of the first, with what the others add. */
    private static ObjectId tree(Commits commits, List<RevCommit> parents) throws IOException {
        ObjectId tree = parents.getFirst().getTree();
        for (RevCommit tip : parents.subList(1, parents.size())) {
            tree = commits.tree(tree, commits.added(tip));
        }
        return tree;
    }
}
