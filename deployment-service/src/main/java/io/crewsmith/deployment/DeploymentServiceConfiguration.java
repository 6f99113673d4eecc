package io.crewsmith.deployment;

import io.crewsmith.platform.PlatformConfiguration;
import io.crewsmith.platform.kafka.EventPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The deployment service: alone in its own process, or composed with others. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeploymentSettings.class)
@Import(PlatformConfiguration.class)
public class DeploymentServiceConfiguration {

    @Bean
    MergeListener mergeListener(DeploymentSettings settings, EventPublisher publisher, MeterRegistry meters) {
        new RuntimePackage(settings).install();
        return new MergeListener(new DeploymentFolder(settings), new DeploymentAnswers(publisher, meters));
    }
}
