package io.crewsmith.gateway.wizard;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

/**
 * Refuses what a page asks for that shows another user than the one of the cookie: all windows of a browser share the
 * cookie, so one of them may have changed it behind another.
 */
public final class ShownUser implements WebFilter {

    /** What a page says of itself that shows no user. */
    private static final String NOBODY = "1";

    /** The page shows another user. */
    public static final class Differs extends AccessDeniedException {

        private static final long serialVersionUID = 1;

        private Differs(String signedIn) {
            super("You are now signed in as %s.".formatted(signedIn));
        }
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String shown = shown(exchange);
        return shown == null
                ? chain.filter(exchange)
                : exchange.getPrincipal()
                        .map(Principal::getName)
                        .filter(name -> !name.equals(shown))
                        .flatMap(name -> Mono.<Void>error(new Differs(name)))
                        .switchIfEmpty(Mono.defer(() -> chain.filter(exchange)));
    }

    private static @Nullable String shown(ServerWebExchange exchange) {
        String shown = exchange.getRequest().getHeaders().getFirst(SessionCookie.PROOF);
        try {
            return shown == null || shown.equals(NOBODY) ? null : UriUtils.decode(shown, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return shown;
        }
    }
}
