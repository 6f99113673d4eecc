package io.crewsmith.git;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.util.FileSystemUtils;

/** The repository without a work tree. Made at the first start, with a first commit on the main branch. */
final class BareRepository implements DisposableBean {

    static final String MAIN = Constants.R_HEADS + "main";

    private final Repository repository;
    private final Branches branches;

    private BareRepository(Repository repository, Branches branches) {
        this.repository = repository;
        this.branches = branches;
    }

    static BareRepository open(GitSettings settings, Clock clock) {
        try {
            if (!Files.exists(settings.repository().resolve(Constants.HEAD))) {
                make(settings, clock);
            }
            Repository repository = at(settings.repository());
            return new BareRepository(repository, begun(repository, settings, clock));
        } catch (IOException e) {
            throw new IllegalStateException("The repository %s cannot be opened".formatted(settings.repository()), e);
        }
    }

    /**
     * Made beside its place and moved there whole: who is killed meanwhile leaves no half of one, and of several
     * instances that begin at once all go on with the one that was there first.
     */
    private static void make(GitSettings settings, Clock clock) throws IOException {
        Path folder = settings.repository();
        Path unfinished = folder.resolveSibling("%s.%s.new".formatted(folder.getFileName(), UUID.randomUUID()));
        try (Repository repository = at(unfinished)) {
            repository.create(true);
            repository.updateRef(Constants.HEAD).link(MAIN);
            begun(repository, settings, clock);
        }
        try {
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            FileSystemUtils.deleteRecursively(unfinished);
            if (!Files.exists(folder.resolve(Constants.HEAD))) {
                throw e;
            }
        }
    }

    private static Repository at(Path folder) throws IOException {
        return new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
    }

    /** The branches of a repository that is configured and has its first commit. */
    private static Branches begun(Repository repository, GitSettings settings, Clock clock) throws IOException {
        configure(repository, settings);
        var branches = new Branches(repository, clock, settings.sync());
        if (branches.tip(MAIN).equals(ObjectId.zeroId())) {
            commitFirst(repository, branches);
        }
        return branches;
    }

    /** People may clone and push; nobody may rewrite or delete what is on a branch. */
    private static void configure(Repository repository, GitSettings settings) throws IOException {
        var config = repository.getConfig();
        String before = config.toText();
        Durability.write(config, settings.sync());
        config.setBoolean(ConfigConstants.CONFIG_RECEIVE_SECTION, null, "denyNonFastForwards", true);
        config.setBoolean(ConfigConstants.CONFIG_RECEIVE_SECTION, null, "denyDeletes", true);
        if (!config.toText().equals(before)) {
            config.save();
        }
    }

    private static void commitFirst(Repository repository, Branches branches) throws IOException {
        PersonIdent us = Identity.crewsmith(Instant.EPOCH);
        try (var commits = new Commits(repository)) {
            ObjectId tree = commits.tree(ObjectId.zeroId(), ChangedFiles.FIRST);
            ObjectId commit =
                    commits.commit(tree, List.of(), "chore: Begin the repository of generated agents\n", us, us);
            branches.move(MAIN, ObjectId.zeroId(), commit);
        }
    }

    Repository git() {
        return repository;
    }

    Branches branches() {
        return branches;
    }

    @Override
    public void destroy() {
        repository.close();
    }
}
