package io.crewsmith.gateway;

import io.crewsmith.gateway.model.Role;
import io.crewsmith.platform.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the gateway.
 *
 * @param answerWithin how long a request waits for its result before it is answered 202; 0 to 60 seconds
 * @param users people and programs known by a token of their own; none where an OIDC provider issues the tokens
 */
@ConfigurationProperties("crewsmith.gateway")
record GatewaySettings(
        @DefaultValue("10s") Duration answerWithin,
        @DefaultValue List<User> users) {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    GatewaySettings {
        if (answerWithin.isNegative() || answerWithin.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException("crewsmith.gateway.answer-within must be between 0s and 60s, but is %ss"
                    .formatted(answerWithin.toSeconds()));
        }
        users = List.copyOf(users);
    }

    /**
     * A local user.
     *
     * @param name what the audit trail calls the user
     * @param roles what the user may do
     * @param token the bearer token
     */
    record User(String name, Set<Role> roles, Secret token) {

        User {
            roles = Set.copyOf(roles);
        }
    }
}
