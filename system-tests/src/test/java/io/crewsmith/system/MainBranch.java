package io.crewsmith.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.system.Api.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The main branch of the fleet's repository. */
record MainBranch(Path repository) {

    private static final String NAME = "refs/heads/main";

    static MainBranch of(Fleet fleet) {
        return new MainBranch(fleet.volume(ComposeFile.service("git-service")
                .at("/environment/CREWSMITH_GIT_REPOSITORY")
                .asString()));
    }

    /** The text of the agent's module in the newest commit. */
    String text(Answer deployed) throws IOException {
        String module = Path.of(deployed.text("/deployment_path")).getFileName().toString();
        try (Repository git = open();
                var commits = new RevWalk(git);
                var files = new TreeWalk(git)) {
            files.addTree(commits.parseCommit(git.resolve(NAME)).getTree());
            files.setRecursive(true);
            while (files.next()) {
                if (files.getPathString().endsWith("/" + module)) {
                    return new String(git.open(files.getObjectId(0)).getBytes(), UTF_8);
                }
            }
            return "no file " + module;
        }
    }

    /** How many of its commits name the deployment, those on the deployment's own branch included. */
    long commitsNaming(String deployment) throws IOException {
        try (Repository git = open();
                var commits = new RevWalk(git)) {
            commits.markStart(commits.parseCommit(git.resolve(NAME)));
            return StreamSupport.stream(commits.spliterator(), false)
                    .map(RevCommit::getFullMessage)
                    .filter(message -> message.contains(deployment))
                    .count();
        }
    }

    private Repository open() throws IOException {
        return new FileRepositoryBuilder()
                .setGitDir(repository.toFile())
                .setBare()
                .build();
    }
}
