package io.crewsmith.deployment;

import io.crewsmith.platform.ServiceApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Runs the deployment service alone. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(DeploymentServiceConfiguration.class)
public class DeploymentServiceApplication {

    public static void main(String[] arguments) {
        ServiceApplication.run("deployment-service", DeploymentServiceApplication.class, arguments);
    }
}
