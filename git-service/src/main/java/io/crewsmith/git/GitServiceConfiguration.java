package io.crewsmith.git;

import io.crewsmith.git.remote.RemoteRepository;
import io.crewsmith.git.remote.Upstream;
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
    Upstream upstream(BareRepository repository, GitSettings settings, Clock clock, MeterRegistry meters) {
        if (settings.remote() == null) {
            return Upstream.NONE;
        }
        var remote = new RemoteRepository(repository.git(), settings.remote(), clock, meters);
        remote.join();
        return remote;
    }

    @Bean
    ReviewListener reviewListener(
            BareRepository repository,
            Upstream upstream,
            GitSettings settings,
            EventPublisher publisher,
            MeterRegistry meters) {
        return new ReviewListener(
                new AgentRepository(repository, upstream, settings.merge()), new GitAnswers(publisher, meters));
    }
}
