package io.crewsmith.git.github;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.merge.Merger;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** The real repository behind the stand-in. */
final class StandInRepository implements AutoCloseable {

    private final Repository git;

    StandInRepository(Path folder) throws IOException {
        this.git =
                new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
    }

    @Nullable
    String tip(String branch) throws IOException {
        ObjectId id = git.resolve("refs/heads/" + branch);
        return id == null ? null : id.name();
    }

    boolean isOnMain(String commit) throws IOException {
        try (var walk = new RevWalk(git)) {
            return walk.isMergedInto(
                    walk.parseCommit(ObjectId.fromString(commit)), walk.parseCommit(git.resolve("refs/heads/main")));
        }
    }

    /** As the button does; false if there is a conflict. */
    boolean merge(String head, String message) throws IOException {
        ObjectId main = git.resolve("refs/heads/main");
        ObjectId branch = ObjectId.fromString(head);
        Merger merger = MergeStrategy.RECURSIVE.newMerger(git, true);
        if (!merger.merge(main, branch)) {
            return false;
        }
        try (ObjectInserter inserter = git.newObjectInserter()) {
            var commit = new CommitBuilder();
            commit.setTreeId(merger.getResultTreeId());
            commit.setParentIds(List.of(main, branch));
            commit.setAuthor(new PersonIdent("GitHub", "noreply@github.com"));
            commit.setCommitter(commit.getAuthor());
            commit.setMessage(message);
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            RefUpdate update = git.updateRef("refs/heads/main");
            update.setNewObjectId(id);
            return update.update() == RefUpdate.Result.FAST_FORWARD;
        }
    }

    @Override
    public void close() {
        git.close();
    }
}
