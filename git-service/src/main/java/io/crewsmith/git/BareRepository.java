package io.crewsmith.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.springframework.beans.factory.DisposableBean;

/** The repository without a work tree. Made at the first start, with a first commit on the main branch. */
final class BareRepository implements DisposableBean {

    static final String MAIN = Constants.R_HEADS + "main";

    private static final String ATTRIBUTES = "agents/** linguist-generated=true\nagents/** text eol=lf\n";

    private final Repository repository;

    private BareRepository(Repository repository) {
        this.repository = repository;
    }

    static BareRepository open(GitSettings settings) {
        try {
            Repository repository = new FileRepositoryBuilder()
                    .setGitDir(settings.repository().toFile())
                    .setBare()
                    .build();
            if (!Files.exists(settings.repository().resolve(Constants.HEAD))) {
                repository.create(true);
                repository.updateRef(Constants.HEAD).link(MAIN);
            }
            var config = repository.getConfig();
            config.setBoolean(ConfigConstants.CONFIG_CORE_SECTION, null, "fsyncobjectfiles", settings.sync());
            config.setBoolean(ConfigConstants.CONFIG_CORE_SECTION, null, "fsyncreffiles", settings.sync());
            config.save();
            if (repository.resolve(MAIN) == null) {
                commitFirst(repository);
            }
            return new BareRepository(repository);
        } catch (IOException e) {
            throw new IllegalStateException("The repository %s cannot be opened".formatted(settings.repository()), e);
        }
    }

    private static void commitFirst(Repository repository) throws IOException {
        try (var commits = new Commits(repository)) {
            ObjectId commit = commits.firstCommit(
                    Map.of(".gitattributes", ATTRIBUTES.getBytes(UTF_8)),
                    "chore: Begin the repository of generated agents\n",
                    Identity.crewsmith(Instant.EPOCH));
            commits.moveRef(MAIN, ObjectId.zeroId(), commit);
        }
    }

    Repository git() {
        return repository;
    }

    @Override
    public void destroy() {
        repository.close();
    }
}
