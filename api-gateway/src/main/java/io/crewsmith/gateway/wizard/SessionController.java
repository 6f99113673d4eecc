package io.crewsmith.gateway.wizard;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Turns a token into a browser's session and back. Programs send their token with each request instead. */
@RestController
@RequestMapping("/api/session")
class SessionController {

    private static final String ROLE = "ROLE_";

    /** Who is signed in, and as what. */
    record User(String name, List<String> roles) {

        User {
            roles = List.copyOf(roles);
        }

        static User of(BearerTokenAuthentication caller) {
            return new User(
                    caller.getName(),
                    caller.getAuthorities().stream()
                            .map(GrantedAuthority::getAuthority)
                            .filter(Objects::nonNull)
                            .filter(authority -> authority.startsWith(ROLE))
                            .map(role -> role.substring(ROLE.length()).toLowerCase(Locale.ROOT))
                            .sorted()
                            .toList());
        }
    }

    /** Signs in whoever sends a known token. */
    @PostMapping
    ResponseEntity<User> signIn(BearerTokenAuthentication caller, ServerHttpRequest request) {
        return answer(SessionCookie.holding(caller.getToken().getTokenValue(), request))
                .body(User.of(caller));
    }

    /** Who is signed in; no content where nobody is. */
    @GetMapping
    ResponseEntity<User> current(@Nullable BearerTokenAuthentication caller) {
        return caller == null ? ResponseEntity.noContent().build() : ResponseEntity.ok(User.of(caller));
    }

    @DeleteMapping
    ResponseEntity<Void> signOut(ServerHttpRequest request) {
        return answer(SessionCookie.ended(request)).build();
    }

    private static ResponseEntity.BodyBuilder answer(ResponseCookie cookie) {
        return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
