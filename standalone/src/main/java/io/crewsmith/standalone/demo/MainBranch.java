package io.crewsmith.standalone.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The main branch of the platform's repository. */
final class MainBranch {

    private final Path repository;

    private MainBranch(Path repository) {
        this.repository = repository;
    }

    static MainBranch of(Path repository) {
        return new MainBranch(repository);
    }

    /** Whether some file of the newest commit holds exactly this text. */
    boolean holds(String text) {
        byte[] wanted = text.getBytes(StandardCharsets.UTF_8);
        try (Repository git = new FileRepositoryBuilder()
                        .setGitDir(repository.toFile())
                        .setBare()
                        .build();
                ObjectReader objects = git.newObjectReader();
                RevWalk commits = new RevWalk(objects);
                TreeWalk files = new TreeWalk(objects)) {
            ObjectId blob = new ObjectInserter.Formatter().idFor(Constants.OBJ_BLOB, wanted);
            files.addTree(commits.parseCommit(git.resolve("refs/heads/main")).getTree());
            files.setRecursive(true);
            while (files.next()) {
                if (files.getObjectId(0).equals(blob)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new StoryBroken("Cannot read " + repository, e);
        }
    }
}
