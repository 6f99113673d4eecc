package io.crewsmith.git;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the git service.
 *
 * @param repository folder of the bare repository; made at the first start
 * @param merge how approved code comes to the main branch
 * @param sync whether objects and branches reach the disk before a commit counts; about 3 ms a commit
 */
@ConfigurationProperties("crewsmith.git")
record GitSettings(
        Path repository,
        @DefaultValue("MERGE_COMMIT") MergePolicy merge,
        @DefaultValue("true") boolean sync) {

    GitSettings {
        if (repository == null) {
            throw new IllegalArgumentException(
                    "crewsmith.git.repository is missing; name the folder of the bare repository");
        }
    }
}
