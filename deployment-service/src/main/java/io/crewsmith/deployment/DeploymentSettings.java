package io.crewsmith.deployment;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the deployment service.
 *
 * @param folder the deployment folder; made if need be, and importable as it is by Python
 */
@ConfigurationProperties("crewsmith.deployment")
record DeploymentSettings(Path folder) {

    DeploymentSettings {
        if (folder == null) {
            throw new IllegalArgumentException("crewsmith.deployment.folder is missing; name the deployment folder");
        }
    }
}
