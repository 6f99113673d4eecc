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

    private final Repository git;
    private final Branches branches;
    private final Upstream upstream;

    Bundles(Repository git, Branches branches, Upstream upstream) {
        this.git = git;
        this.branches = branches;
        this.upstream = upstream;
    }

    /** A bundle and the commit that shows it. */
    record Shown(Bundle bundle, ObjectId commit) {}

    /** The bundle that shows the run, or did before it was taken out. */
    Optional<Shown> of(UUID run) throws IOException {
        for (Shown shown : all()) {
            if (shown.bundle().knows(run)) {
                return Optional.of(shown);
            }
        }
        return Optional.empty();
    }

    /** Where the branch of a run stands; empty where it has ended. */
    Optional<ObjectId> tip(Kind kind, String key, UUID run) throws IOException {
        return Optional.of(branches.tip(Constants.R_HEADS + Change.branch(kind, key, run)))
                .filter(tip -> !tip.equals(ObjectId.zeroId()));
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

    /** Begins its branch. One that is there stays as it is, whatever became of it since. */
    Shown open(Bundle bundle, Instant at) throws IOException {
        String ref = ref(bundle);
        if (branches.tip(ref).equals(ObjectId.zeroId())) {
            branches.move(ref, ObjectId.zeroId(), write(bundle, branches.tip(BareRepository.MAIN), at));
        }
        ObjectId tip = branches.tip(ref);
        upstream.push(List.of(new Move(ref, ObjectId.zeroId(), tip)));
        return shown(tip).orElseThrow();
    }

    /**
     * Takes a run out of it: the branch shows the others alone. Upstream first, so that a repeat finds the same to do; what
     * somebody put on the branch there stays, and no decision about it counts.
     */
    Shown drop(Shown shown, UUID run, Instant at) throws IOException {
        Bundle rest = shown.bundle().without(run);
        ObjectId next = write(rest, base(shown), at);
        upstream.push(List.of(new Move(ref(rest), shown.commit(), next)));
        if (!branches.move(ref(rest), shown.commit(), next)) {
            throw new IOException("%s was changed meanwhile".formatted(ref(rest)));
        }
        return new Shown(rest, next);
    }

    /** Whether anything of it, apart from the run, is not on the main branch yet. */
    boolean isWaitedFor(Shown shown, UUID apartFrom) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            for (Bundled bundled : shown.bundle().runs()) {
                if (!bundled.run().equals(apartFrom)) {
                    walk.markStart(walk.parseCommit(ObjectId.fromString(bundled.tip())));
                }
            }
            walk.markUninteresting(walk.parseCommit(branches.tip(BareRepository.MAIN)));
            return walk.next() != null;
        }
    }

    /** The commit of the bundle that the run is the last of: what is merged with it then is shown as merged. */
    Optional<ObjectId> completedBy(UUID run) throws IOException {
        Optional<Shown> shown = of(run);
        return shown.isPresent() && shown.get().bundle().holds(run) && !isWaitedFor(shown.get(), run)
                ? Optional.of(shown.get().commit())
                : Optional.empty();
    }

    /** Those whose commit is on the main branch. */
    List<Shown> merged() throws IOException {
        List<Shown> merged = new ArrayList<>();
        try (RevWalk walk = new RevWalk(git)) {
            RevCommit main = walk.parseCommit(branches.tip(BareRepository.MAIN));
            for (Shown shown : all()) {
                if (walk.isMergedInto(walk.parseCommit(shown.commit()), main)) {
                    merged.add(shown);
                }
            }
        }
        return merged;
    }

    /** Removes its branch. */
    void end(Shown shown) throws IOException {
        String ref = ref(shown.bundle());
        upstream.push(List.of(new Move(ref, shown.commit(), ObjectId.zeroId())));
        branches.remove(ref, shown.commit());
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

    private ObjectId base(Shown shown) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            return walk.parseCommit(shown.commit()).getParent(0).copy();
        }
    }

    private ObjectId write(Bundle bundle, ObjectId base, Instant at) throws IOException {
        try (var commits = new Commits(git)) {
            List<RevCommit> parents = new ArrayList<>(List.of(commits.read(base)));
            ObjectId tree = parents.getFirst().getTree();
            for (Bundled bundled : bundle.runs()) {
                RevCommit tip = commits.read(ObjectId.fromString(bundled.tip()));
                parents.add(tip);
                tree = commits.tree(tree, commits.added(tip));
            }
            return commits.commit(tree, parents, bundle.message(), Identity.crewsmith(at), Identity.crewsmith(at));
        }
    }

    private static String ref(Bundle bundle) {
        return Constants.R_HEADS + bundle.branch();
    }
}
