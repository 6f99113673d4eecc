package io.crewsmith.git;

import io.crewsmith.git.github.GitHubSettings;
import io.crewsmith.git.remote.RemoteSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the git service.
 *
 * @param repository folder of the bare repository; made at the first start
 * @param merge how approved code comes to the main branch
 * @param remote the repository that people share; null where this one is it
 * @param github where pull requests are opened; null where reviews are Crewsmith's alone; needs a remote
 * @param sync whether objects and branches reach the disk before a commit counts; about 3 ms a commit
 */
@ConfigurationProperties("crewsmith.git")
record GitSettings(
        Path repository,
        @DefaultValue("MERGE_COMMIT") MergePolicy merge,
        @Nullable RemoteSettings remote,
        @Nullable GitHubSettings github,
        @DefaultValue("true") boolean sync) {

    GitSettings {
        if (repository == null) {
            throw new IllegalArgumentException(
                    "crewsmith.git.repository is missing; name the folder of the bare repository");
        }
        if (github != null && remote == null) {
            throw new IllegalArgumentException(
                    "crewsmith.git.github needs crewsmith.git.remote: name the same repository there, to push to");
        }
    }
}
