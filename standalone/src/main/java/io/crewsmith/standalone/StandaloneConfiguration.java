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
import org.springframework.context.annotation.Import;

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
class StandaloneConfiguration {}
