package io.crewsmith.git;

import io.crewsmith.git.Releases.Release;
import io.crewsmith.git.model.Change;
import io.crewsmith.git.model.CommitMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** What the repository already holds. */
final class History {

    private static final String FIRST_COMMITTER = "Crewsmith";

    /** Commits of ours carry the time of their event, and clocks disagree. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofDays(1);

    private final Repository git;
    private final Releases releases;
    private final Bundles bundles;

    History(Repository git, Releases releases, Bundles bundles) {
        this.git = git;
        this.releases = releases;
        this.bundles = bundles;
    }

    /** Whether the commit adds exactly the change to a commit of the main branch, and nothing else, whoever made it. */
    boolean brings(ObjectId tip, ObjectId main, Change change) throws IOException {
        try (var commits = new Commits(git);
                RevWalk walk = new RevWalk(git)) {
            RevCommit commit = commits.read(tip);
            if (commit.getParentCount() != 1
                    || !walk.isMergedInto(walk.parseCommit(commit.getParent(0)), walk.parseCommit(main))) {
                return false;
            }
            RevCommit before = commits.read(commit.getParent(0));
            return commits.tree(before.getTree(), ChangedFiles.on(before, change, this))
                    .equals(commit.getTree());
        }
    }

    /** Which of the files are other than these in the commit. */
    Optional<Edit> other(ObjectId commit, Map<String, byte[]> files) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            RevCommit parsed = walk.parseCommit(commit);
            List<String> other = new ArrayList<>();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                if (!ChangedFiles.id(file.getValue()).equals(entry(parsed, file.getKey()))) {
                    other.add(file.getKey());
                }
            }
            return other.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Edit(
                            other, parsed.name(), parsed.getCommitterIdent().getName()));
        }
    }

    /** The commit on the main line that brought this one: its merge, alone or with others, or itself. */
    Optional<ObjectId> mergeOf(ObjectId main, ObjectId tip) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            RevCommit wanted = walk.parseCommit(tip);
            RevCommit commit = walk.parseCommit(main);
            if (!walk.isMergedInto(wanted, commit)) {
                return Optional.empty();
            }
            while (commit.getParentCount() > 0) {
                RevCommit before = walk.parseCommit(commit.getParent(0));
                if (!walk.isMergedInto(wanted, before)) {
                    return Optional.of(commit.copy());
                }
                commit = before;
            }
            return Optional.of(commit.copy());
        }
    }

    /** What a commit merged: the tips of branches, and of those that a bundle among them merged. */
    private static List<RevCommit> merged(RevWalk walk, RevCommit commit) throws IOException {
        List<RevCommit> merged = new ArrayList<>();
        for (int i = 1; i < commit.getParentCount(); i++) {
            RevCommit tip = walk.parseCommit(commit.getParent(i));
            merged.add(tip);
            for (int j = 1; j < tip.getParentCount(); j++) {
                merged.add(walk.parseCommit(tip.getParent(j)));
            }
        }
        return merged;
    }

    /** What is to be merged for the run: its branch, or, if it is the last of a bundle, that, so that it ends as merged. */
    ObjectId toMerge(Change change, ObjectId tip) throws IOException {
        return bundles.completedBy(change.runId()).orElse(tip);
    }

    /** The tip of the run's branch that the commit merged; the commit itself where it is that. */
    ObjectId mergedBy(ObjectId commit, Change change) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            for (RevCommit merged : merged(walk, walk.parseCommit(commit))) {
                if (CommitMessage.isReleaseOf(merged.getFullMessage(), change.runId())) {
                    return merged.copy();
                }
            }
            return commit;
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

    /** Which of the paths somebody edited by hand on the main branch since they were released last. */
    Optional<Edit> edit(ObjectId main, Change change, Collection<String> paths) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            RevCommit head = walk.parseCommit(main);
            Optional<Release> latest = releases.latest(change);
            RevCommit released =
                    latest.isEmpty() ? null : walk.parseCommit(latest.get().commit());
            List<String> edited = new ArrayList<>();
            RevCommit last = null;
            for (String path : paths) {
                if (!Objects.equals(entry(head, path), released == null ? null : entry(released, path))) {
                    RevCommit commit = lastChange(head, path);
                    if (commit != null && !isOurs(commit, change)) {
                        edited.add(path);
                        last = commit;
                    }
                }
            }
            return Optional.ofNullable(last)
                    .map(commit -> new Edit(
                            edited, commit.name(), commit.getCommitterIdent().getName()));
        }
    }

    /** The commit on the main line that changed the path last; null where none ever did. */
    private @Nullable RevCommit lastChange(RevCommit main, String path) throws IOException {
        try (RevWalk walk = new RevWalk(git)) {
            walk.setFirstParent(true);
            walk.markStart(walk.parseCommit(main));
            for (RevCommit commit : walk) {
                RevCommit before = commit.getParentCount() == 0 ? null : walk.parseCommit(commit.getParent(0));
                if (!Objects.equals(entry(commit, path), before == null ? null : entry(before, path))) {
                    return commit;
                }
            }
            return null;
        }
    }

    /** Whether the commit, or the branch that it merged, made the folder what it is and is ours. */
    private boolean isOurs(RevCommit commit, Change change) throws IOException {
        ObjectId folder = entry(commit, change.folder());
        try (RevWalk walk = new RevWalk(git)) {
            for (RevCommit merged : merged(walk, walk.parseCommit(commit))) {
                if (Objects.equals(folder, entry(merged, change.folder())) && isSigned(merged, change)) {
                    return true;
                }
            }
            return isSigned(walk.parseCommit(commit), change);
        }
    }

    /** Commits from before folders were written down are known by their committer. */
    private boolean isSigned(RevCommit commit, Change change) throws IOException {
        String message = commit.getFullMessage();
        Optional<String> folder = CommitMessage.folder(message);
        if (!CommitMessage.isAbout(message, change)) {
            return false;
        }
        return folder.isPresent()
                ? ObjectId.fromString(folder.get()).equals(entry(commit, change.folder()))
                : commit.getCommitterIdent().getName().equals(FIRST_COMMITTER);
    }

    /** What is at the path, a file or a folder; null where there is nothing. */
    @Nullable
    ObjectId entry(RevCommit commit, String path) throws IOException {
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
