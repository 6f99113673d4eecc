package io.crewsmith.gateway;

import io.crewsmith.gateway.GatewaySettings.User;
import io.crewsmith.platform.events.Digests;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.ReactiveOpaqueTokenIntrospector;
import reactor.core.publisher.Mono;

/** Knows the users of the settings by the digests of their tokens: comparing digests tells nothing about a token. */
final class LocalUsers implements ReactiveOpaqueTokenIntrospector {

    private final Map<String, User> byTokenDigest;

    LocalUsers(Collection<User> users) {
        byTokenDigest = users.stream()
                .collect(Collectors.toMap(user -> Digests.sha256(user.token().value()), user -> user));
    }

    @Override
    public Mono<OAuth2AuthenticatedPrincipal> introspect(String token) {
        User user = byTokenDigest.get(Digests.sha256(token));
        return user == null
                ? Mono.error(new BadOpaqueTokenException("Unknown token"))
                : Mono.just(new DefaultOAuth2AuthenticatedPrincipal(
                        user.name(), Map.of("sub", user.name()), authorities(user)));
    }

    private static List<GrantedAuthority> authorities(User user) {
        return user.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }
}
