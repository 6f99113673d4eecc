package io.crewsmith.gateway.wizard;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The cookie of a browser that has signed in. It holds the token, out of reach of every script. A request that changes
 * something counts only with a header that no other site can add, so that no other site can send it.
 */
@Component
public class SessionCookie implements ServerAuthenticationConverter {

    static final String NAME = "crewsmith_session";

    /** Its value is the user whom the page shows, percent-encoded; {@link ShownUser} holds it against the cookie. */
    static final String PROOF = "X-Crewsmith-Page";

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final ServerAuthenticationConverter header = new ServerBearerTokenAuthenticationConverter();

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        return header.convert(exchange).switchIfEmpty(Mono.fromSupplier(() -> ofCookie(exchange.getRequest())));
    }

    private static @Nullable Authentication ofCookie(ServerHttpRequest request) {
        HttpCookie cookie = request.getCookies().getFirst(NAME);
        boolean ours =
                READING.contains(request.getMethod()) || request.getHeaders().containsHeader(PROOF);
        return cookie == null || cookie.getValue().isEmpty() || !ours
                ? null
                : new BearerTokenAuthenticationToken(cookie.getValue());
    }

    static ResponseCookie holding(String token, ServerHttpRequest request) {
        return cookie(token, request).build();
    }

    static ResponseCookie ended(ServerHttpRequest request) {
        return cookie("", request).maxAge(Duration.ZERO).build();
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String value, ServerHttpRequest request) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure("https".equals(request.getURI().getScheme()))
                .path("/");
    }
}
