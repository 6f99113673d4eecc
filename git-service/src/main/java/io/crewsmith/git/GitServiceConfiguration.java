package io.crewsmith.git;

import io.crewsmith.platform.PlatformConfiguration;
import io.crewsmith.platform.kafka.EventPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The git service: alone in its own process, or composed with others. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GitSettings.class)
@Import(PlatformConfiguration.class)
public class GitServiceConfiguration {

    @Bean
    BareRepository bareRepository(GitSettings settings, Clock clock) {
        return BareRepository.open(settings, clock);
    }

    @Bean
    ReviewListener reviewListener(
            BareRepository repository, GitSettings settings, EventPublisher publisher, MeterRegistry meters) {
        return new ReviewListener(
                new AgentRepository(repository, Upstream.NONE, settings.merge()), new GitAnswers(publisher, meters));
    }
}
