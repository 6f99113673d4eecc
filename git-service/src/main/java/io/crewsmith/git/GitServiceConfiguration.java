package io.crewsmith.git;

import io.crewsmith.git.github.Forge;
import io.crewsmith.git.github.GitHubForge;
import io.crewsmith.git.remote.RemoteRepository;
import io.crewsmith.git.remote.Upstream;
import io.crewsmith.platform.PlatformConfiguration;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
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
    Forge forge(GitSettings settings, Clock clock, MeterRegistry meters) {
        if (settings.github() == null || settings.remote() == null) {
            return Forge.NONE;
        }
        return new GitHubForge(settings.github(), settings.remote().branch(), clock, meters);
    }

    @Bean
    AgentRepository agentRepository(BareRepository repository, Upstream upstream, Forge forge, GitSettings settings) {
        return new AgentRepository(repository, upstream, forge, settings.merge());
    }

    @Bean
    ReviewListener reviewListener(AgentRepository repository, EventPublisher publisher, MeterRegistry meters) {
        return new ReviewListener(repository, new GitAnswers(publisher, meters));
    }

    @Bean
    @ConditionalOnProperty("crewsmith.git.github.repository")
    PullRequestListener pullRequestListener(
            AgentRepository repository,
            Forge forge,
            GitSettings settings,
            BundleProposals bundles,
            EventPublisher publisher) {
        return new PullRequestListener(
                repository,
                forge,
                new Proposals(door(settings)),
                bundles,
                opened -> publisher.publish(Topics.COMMITS, opened));
    }

    @Bean
    BundleProposals bundleProposals(BareRepository repository, Upstream upstream, Forge forge, GitSettings settings) {
        var bundles = new Bundles(repository.git(), repository.branches(), upstream);
        return new BundleProposals(bundles, new BundleReport(new Proposals(door(settings)), bundles), forge);
    }

    private static @Nullable URI door(GitSettings settings) {
        return settings.github() == null ? null : settings.github().page();
    }
}
