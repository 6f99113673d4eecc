package io.crewsmith.gateway.github;

import io.crewsmith.platform.Secret;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reviews at GitHub, where its repository is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(WebhookSettings.ENABLED)
@EnableConfigurationProperties(WebhookSettings.class)
public class GitHubConfiguration {

    @Bean
    Signatures webhookSignatures(WebhookSettings settings) {
        return new Signatures(settings.secrets());
    }

    @Bean
    Decisions gitHubDecisions(ReviewDoor door, WebhookSettings settings, Clock clock) {
        settings.users().forEach((login, user) -> {
            if (door.user(user).isEmpty()) {
                throw new IllegalArgumentException(
                        "crewsmith.gateway.github.users says that %s is %s, but there is no such user"
                                .formatted(login, user));
            }
        });
        return new Decisions(door, settings, clock);
    }

    @Bean
    CommitChecks commitChecks(WebhookSettings settings, ReviewDoor door, Clock clock) {
        Secret token = settings.token();
        return token == null
                ? CommitChecks.UNASKED
                : new AskedChecks(new GitHubReader(settings, token.value()), door, settings.repository(), clock);
    }

    @Bean
    Deliveries webhookDeliveries(Decisions decisions, CommitChecks checks, WebhookSettings settings) {
        return new Deliveries(decisions, checks, settings);
    }

    @Bean
    DeliveryMetrics deliveryMetrics(MeterRegistry meters) {
        return new DeliveryMetrics(meters);
    }

    /** Without a token GitHub is not asked. */
    @Bean
    @ConditionalOnProperty(WebhookSettings.TOKEN)
    MissedDecisionsDriver missedDecisionsDriver(
            WebhookSettings settings,
            Decisions decisions,
            CommitChecks checks,
            ReviewDoor door,
            DeliveryMetrics metrics) {
        Secret token = Objects.requireNonNull(settings.token());
        var missed = new MissedDecisions(new GitHubReader(settings, token.value()), decisions, checks, door, metrics);
        return new MissedDecisionsDriver(missed.look(), settings.askEvery());
    }
}
