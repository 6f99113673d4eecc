package io.crewsmith.gateway;

import io.crewsmith.gateway.wizard.ShownUser;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers 401 and 403 in the same form as every other problem. */
@Component
class SecurityProblems implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    private final JsonMapper json;
    private final Refusals refusals;

    SecurityProblems(JsonMapper json, Refusals refusals) {
        this.json = json;
        this.refusals = refusals;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException failure) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return write(exchange, ProblemType.UNAUTHENTICATED, "Send a known token: Authorization: Bearer <token>.");
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException failure) {
        if (failure instanceof ShownUser.Differs differs) {
            return write(exchange, ProblemType.OTHER_USER, String.valueOf(differs.getMessage()));
        }
        return write(exchange, ProblemType.FORBIDDEN, "Your role does not allow this request.");
    }

    private Mono<Void> write(ServerWebExchange exchange, ProblemType type, String detail) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(type.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        ProblemDetail problem = RefusedRequest.body(type, detail, List.of());
        byte[] body = json.writeValueAsBytes(problem);
        return refusals.note(exchange, problem)
                .then(response.writeWith(Mono.just(response.bufferFactory().wrap(body))));
    }
}
