package io.crewsmith.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.util.FileSystemUtils;

/** The repository without a work tree. Made at the first start, with a first commit on the main branch. */
final class BareRepository implements DisposableBean {

    static final String MAIN = Constants.R_HEADS + "main";

    /** {@code -text}: no client changes a line end of what was reviewed. */
    private static final String ATTRIBUTES = "agents/** -text linguist-generated=true\n";

    private final Repository repository;
    private final Branches branches;

    private BareRepository(Repository repository, Branches branches) {
        this.repository = repository;
        this.branches = branches;
    }

    static BareRepository open(GitSettings settings, Clock clock) {
        try {
            if (!Files.exists(settings.repository().resolve(Constants.HEAD))) {
                make(settings.repository());
            }
            Repository repository = at(settings.repository());
            configure(repository, settings);
            var branches = new Branches(repository, clock, settings.sync());
            if (branches.tip(MAIN).equals(ObjectId.zeroId())) {
                commitFirst(repository, branches);
            }
            return new BareRepository(repository, branches);
        } catch (IOException e) {
            throw new IllegalStateException("The repository %s cannot be opened".formatted(settings.repository()), e);
        }
    }

    /** Made beside its place and moved there whole, so that whoever is killed meanwhile leaves no half of one. */
    private static void make(Path folder) throws IOException {
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".new");
        FileSystemUtils.deleteRecursively(unfinished);
        try (Repository repository = at(unfinished)) {
            repository.create(true);
            repository.updateRef(Constants.HEAD).link(MAIN);
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Repository at(Path folder) throws IOException {
        return new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
    }

    /** People may clone and push; nobody may rewrite or delete what is on a branch. */
    private static void configure(Repository repository, GitSettings settings) throws IOException {
        var config = repository.getConfig();
        config.setBoolean(ConfigConstants.CONFIG_CORE_SECTION, null, "fsyncObjectFiles", settings.sync());
        config.setBoolean(ConfigConstants.CONFIG_CORE_SECTION, null, "fsyncRefFiles", settings.sync());
        config.setBoolean(ConfigConstants.CONFIG_RECEIVE_SECTION, null, "denyNonFastForwards", true);
        config.setBoolean(ConfigConstants.CONFIG_RECEIVE_SECTION, null, "denyDeletes", true);
        config.save();
    }

    private static void commitFirst(Repository repository, Branches branches) throws IOException {
        try (var commits = new Commits(repository)) {
            ObjectId commit = commits.firstCommit(
                    Map.of(".gitattributes", ATTRIBUTES.getBytes(UTF_8)),
                    "chore: Begin the repository of generated agents\n",
                    Identity.crewsmith(Instant.EPOCH));
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
