package io.crewsmith.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
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
        if (!git.getObjectDatabase().exists()) {
            git.create(true);
        }
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

    /** One commit with a file of the branch's name, on top of the main branch, which begins empty. */
    String commit(String branch) throws IOException {
        if (tip("main") == null) {
            point("main", insert(new TreeFormatter(), "Begin", List.of()));
        }
        var tree = new TreeFormatter();
        try (ObjectInserter inserter = git.newObjectInserter()) {
            tree.append(
                    branch.replace('/', '-'),
                    FileMode.REGULAR_FILE,
                    inserter.insert(Constants.OBJ_BLOB, branch.getBytes(UTF_8)));
            inserter.flush();
        }
        ObjectId commit = insert(tree, "Add " + branch, List.of(git.resolve("refs/heads/main")));
        point(branch, commit);
        return commit.name();
    }

    private ObjectId insert(TreeFormatter tree, String message, List<ObjectId> parents) throws IOException {
        try (ObjectInserter inserter = git.newObjectInserter()) {
            ObjectId id = inserter.insert(commit(inserter.insert(tree), parents, message));
            inserter.flush();
            return id;
        }
    }

    private static CommitBuilder commit(ObjectId tree, List<ObjectId> parents, String message) {
        var commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setParentIds(parents);
        commit.setAuthor(new PersonIdent("GitHub", "noreply@github.com"));
        commit.setCommitter(commit.getAuthor());
        commit.setMessage(message);
        return commit;
    }

    private boolean point(String branch, ObjectId commit) throws IOException {
        RefUpdate update = git.updateRef("refs/heads/" + branch);
        update.setNewObjectId(commit);
        RefUpdate.Result result = update.update();
        return result == RefUpdate.Result.FAST_FORWARD || result == RefUpdate.Result.NEW;
    }

    /** As the button does; false if there is a conflict. */
    boolean merge(String head, String message) throws IOException {
        return merge(head, message, true);
    }

    /** The same files in a commit that does not know the branch. */
    boolean squash(String head, String message) throws IOException {
        return merge(head, message, false);
    }

    private boolean merge(String head, String message, boolean isBranchKept) throws IOException {
        ObjectId main = git.resolve("refs/heads/main");
        ObjectId branch = ObjectId.fromString(head);
        Merger merger = MergeStrategy.RECURSIVE.newMerger(git, true);
        if (!merger.merge(main, branch)) {
            return false;
        }
        List<ObjectId> parents = isBranchKept ? List.of(main, branch) : List.of(main);
        try (ObjectInserter inserter = git.newObjectInserter()) {
            ObjectId id = inserter.insert(commit(merger.getResultTreeId(), parents, message));
            inserter.flush();
            return point("main", id);
        }
    }

    @Override
    public void close() {
        git.close();
    }
}
