package io.crewsmith.git;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Writes commits straight into the object database, and moves branches to them. */
final class Commits implements AutoCloseable {

    private final Repository git;
    private final ObjectInserter inserter;
    private final ObjectReader reader;
    private final RevWalk walk;

    Commits(Repository git) {
        this.git = git;
        this.inserter = git.newObjectInserter();
        this.reader = inserter.newReader();
        this.walk = new RevWalk(reader);
    }

    RevCommit read(AnyObjectId id) throws IOException {
        return walk.parseCommit(id);
    }

    /** A commit of the base's tree with the files put into it. */
    ObjectId commit(
            RevCommit base, Map<String, byte[]> files, List<RevCommit> parents, String message, PersonIdent author)
            throws IOException {
        return commit(base.getTree(), files, parents, message, author);
    }

    /** A commit without a parent. */
    ObjectId firstCommit(Map<String, byte[]> files, String message, PersonIdent author) throws IOException {
        return commit(ObjectId.zeroId(), files, List.of(), message, author);
    }

    private ObjectId commit(
            AnyObjectId tree, Map<String, byte[]> files, List<RevCommit> parents, String message, PersonIdent author)
            throws IOException {
        var commit = new CommitBuilder();
        commit.setTreeId(new TreeEditor(reader, inserter).put(tree, files));
        commit.setParentIds(parents);
        commit.setAuthor(author);
        commit.setCommitter(Identity.crewsmith(author.getWhenAsInstant()));
        commit.setMessage(message);
        ObjectId id = inserter.insert(commit);
        inserter.flush();
        return id;
    }

    /** Moves the branch, which must be where it is expected. */
    void moveRef(String ref, AnyObjectId expected, ObjectId commit) throws IOException {
        if (!tryMoveRef(ref, expected, commit)) {
            throw new IOException("%s was moved by somebody else in between".formatted(ref));
        }
    }

    /** Moves the branch unless it has moved in between. */
    boolean tryMoveRef(String ref, AnyObjectId expected, ObjectId commit) throws IOException {
        RefUpdate update = git.updateRef(ref);
        update.setExpectedOldObjectId(expected);
        update.setNewObjectId(commit);
        update.setForceUpdate(true);
        return switch (update.update()) {
            case NEW, FAST_FORWARD, FORCED, NO_CHANGE -> true;
            case LOCK_FAILURE -> false;
            default -> throw new IOException("%s cannot be moved: %s".formatted(ref, update.getResult()));
        };
    }

    @Override
    public void close() {
        walk.close();
        reader.close();
        inserter.close();
    }
}
