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
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Writes commits straight into the object database. */
final class Commits implements AutoCloseable {

    private final ObjectInserter inserter;
    private final ObjectReader reader;
    private final RevWalk walk;

    Commits(Repository git) {
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

    @Override
    public void close() {
        walk.close();
        reader.close();
        inserter.close();
    }
}
