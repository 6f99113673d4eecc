package io.crewsmith.standalone;

import io.crewsmith.agent.AgentServiceConfiguration;
import io.crewsmith.deployment.DeploymentServiceConfiguration;
import io.crewsmith.gateway.GatewayConfiguration;
import io.crewsmith.generator.GeneratorServiceConfiguration;
import io.crewsmith.git.GitServiceConfiguration;
import io.crewsmith.review.ReviewServiceConfiguration;
import io.crewsmith.validator.ValidatorServiceConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.ReactorResourceFactory;

/** All services in one context: one HTTP port, one pool, one registry of metrics. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({
    AgentServiceConfiguration.class,
    GeneratorServiceConfiguration.class,
    ValidatorServiceConfiguration.class,
    ReviewServiceConfiguration.class,
    GitServiceConfiguration.class,
    DeploymentServiceConfiguration.class,
    GatewayConfiguration.class
})
class StandaloneConfiguration {

    /** Event loops of its own: the shared ones end with the first platform in a process that is closed. */
    @Bean
    ReactorResourceFactory reactorResources() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        return resources;
    }
}
