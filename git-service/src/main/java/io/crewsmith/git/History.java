package io.crewsmith.git;

import io.crewsmith.git.model.CommitMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** What the repository already holds. */
final class History {

    private static final String TRAILER = "Crewsmith-Agent";

    /** Commits of ours carry the time of their event, and clocks disagree. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);

    private final Repository git;

    History(Repository git) {
        this.git = git;
    }

    /** Whether the commit holds exactly these bytes at these paths. */
    boolean holds(AnyObjectId commit, Map<String, byte[]> files) throws IOException {
        try (RevWalk walk = new RevWalk(git);
                var formatter = new ObjectInserter.Formatter()) {
            RevCommit parsed = walk.parseCommit(commit);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ObjectId wanted = formatter.idFor(Constants.OBJ_BLOB, file.getValue());
                if (!wanted.equals(blob(parsed, file.getKey()))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The commit on the main line that merged this one. */
    Optional<ObjectId> mergeOf(ObjectId main, ObjectId tip) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            if (!walk.isMergedInto(walk.parseCommit(tip), walk.parseCommit(main))) {
                return Optional.empty();
            }
            for (RevCommit commit = walk.parseCommit(main); commit.getParentCount() > 0; ) {
                if (Arrays.asList(commit.getParents()).contains(tip)) {
                    return Optional.of(commit.copy());
                }
                commit = walk.parseCommit(commit.getParent(0));
            }
            // Somebody moved the main branch to it without a merge of its own.
            return Optional.of(tip);
        }
    }

    /** The commit on the main line that took the run back, made at or after this time. */
    Optional<ObjectId> rollbackOf(ObjectId main, UUID run, Instant since) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            walk.setFirstParent(true);
            walk.markStart(walk.parseCommit(main));
            for (RevCommit commit : walk) {
                if (CommitMessage.isRollbackOf(commit.getFullMessage(), run)) {
                    return Optional.of(commit.copy());
                }
                if (commit.getParentCount() == 0 || isLongBefore(commit, since)) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        }
    }

    /** Those of the paths that somebody else changed on the main branch since the tip left it. */
    List<String> foreignChanges(ObjectId main, ObjectId tip, Collection<String> paths) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            RevCommit head = walk.parseCommit(main);
            RevCommit base = base(head, walk.parseCommit(tip));
            List<String> foreign = new ArrayList<>();
            for (String path : paths) {
                if (!Objects.equals(blob(head, path), blob(base, path)) && !isOurs(lastChange(head, base, path))) {
                    foreign.add(path);
                }
            }
            return foreign;
        }
    }

    private RevCommit base(RevCommit main, RevCommit tip) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            walk.setRevFilter(RevFilter.MERGE_BASE);
            walk.markStart(walk.parseCommit(main));
            walk.markStart(walk.parseCommit(tip));
            RevCommit base = walk.next();
            return walk.parseCommit(base == null ? tip : base);
        }
    }

    /** The commit on the main line, after the base, that changed the path last. */
    private @Nullable RevCommit lastChange(RevCommit main, RevCommit base, String path) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            walk.setFirstParent(true);
            walk.markStart(walk.parseCommit(main));
            for (RevCommit commit : walk) {
                if (commit.equals(base) || commit.getParentCount() == 0) {
                    return null;
                }
                RevCommit before = walk.parseCommit(commit.getParent(0));
                if (!Objects.equals(blob(commit, path), blob(before, path))) {
                    return commit;
                }
            }
            return null;
        }
    }

    /** Who copies our trailers into a commit of his own still is its committer. */
    private static boolean isOurs(@Nullable RevCommit commit) {
        return commit != null
                && commit.getCommitterIdent().getName().equals(Identity.COMMITTER)
                && commit.getFullMessage().contains(TRAILER);
    }

    private @Nullable ObjectId blob(RevCommit commit, String path) throws IOException {
        try (TreeWalk walk = TreeWalk.forPath(git, path, commit.getTree())) {
            return walk == null ? null : walk.getObjectId(0);
        }
    }

    private static boolean isLongBefore(RevCommit commit, Instant since) {
        return commit.getCommitterIdent()
                .getWhenAsInstant()
                .plus(CLOCK_TOLERANCE)
                .isBefore(since);
    }
}
