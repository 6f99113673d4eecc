package io.crewsmith.git;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Writes commits straight into the object database. */
final class Commits implements AutoCloseable {

    private final ObjectInserter inserter;
    private final ObjectReader reader;
    private final RevWalk walk;

    Commits(Repository git) {
        this.inserter = Durability.inserter(git);
        this.reader = inserter.newReader();
        this.walk = new RevWalk(reader);
    }

    RevCommit read(AnyObjectId id) throws IOException {
        return walk.parseCommit(id);
    }

    /** The tree with the files put into it; {@link ObjectId#zeroId()} for an empty one. */
    ObjectId tree(AnyObjectId base, Map<String, byte[]> files) throws IOException {
        return new TreeEditor(reader, inserter).put(base, files);
    }

    /** The tree of a folder that is there. */
    String folder(ObjectId tree, String path) throws IOException {
        try (TreeWalk found = TreeWalk.forPath(reader, path, tree)) {
            return found.getObjectId(0).name();
        }
    }

    /** The files that a commit adds to its parent or changes in it. */
    Map<String, byte[]> added(RevCommit commit) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (TreeWalk changed = new TreeWalk(reader)) {
            changed.setRecursive(true);
            changed.setFilter(TreeFilter.ANY_DIFF);
            changed.addTree(walk.parseCommit(commit.getParent(0)).getTree());
            changed.addTree(commit.getTree());
            while (changed.next()) {
                files.put(
                        changed.getPathString(),
                        reader.open(changed.getObjectId(1), Constants.OBJ_BLOB).getBytes());
            }
        }
        return files;
    }

    ObjectId commit(ObjectId tree, List<RevCommit> parents, String message, PersonIdent author, PersonIdent committer)
            throws IOException {
        var commit = new CommitBuilder();
        commit.setTreeId(tree);
        commit.setParentIds(parents);
        commit.setAuthor(author);
        commit.setCommitter(committer);
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
