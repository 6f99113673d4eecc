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
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
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
            return Optional.empty();
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

    /** Those of the paths that were changed last by a commit which is not ours. */
    List<String> foreignChanges(ObjectId main, Collection<String> paths) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            RevCommit head = walk.parseCommit(main);
            List<String> foreign = new ArrayList<>();
            for (String path : paths) {
                if (blob(head, path) != null && !lastChange(main, path).contains(TRAILER)) {
                    foreign.add(path);
                }
            }
            return foreign;
        }
    }

    private String lastChange(ObjectId main, String path) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            walk.setRevFilter(RevFilter.ALL);
            walk.setTreeFilter(AndTreeFilter.create(PathFilter.create(path), TreeFilter.ANY_DIFF));
            walk.markStart(walk.parseCommit(main));
            RevCommit last = walk.next();
            return last == null ? "" : last.getFullMessage();
        }
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
