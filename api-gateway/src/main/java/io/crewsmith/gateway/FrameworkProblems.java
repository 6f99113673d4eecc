package io.crewsmith.gateway;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.ServerWebExchange;

/** What the framework refuses before any of our code is asked, as problems of ours. */
final class FrameworkProblems {

    private static final Map<Integer, ProblemType> TYPES = Map.of(
            400, ProblemType.MALFORMED,
            401, ProblemType.UNAUTHENTICATED,
            404, ProblemType.NOT_FOUND,
            405, ProblemType.METHOD_NOT_ALLOWED,
            406, ProblemType.NOT_ACCEPTABLE,
            413, ProblemType.TOO_LARGE,
            415, ProblemType.UNSUPPORTED_TYPE,
            422, ProblemType.INVALID,
            503, ProblemType.TIMEOUT);

    private FrameworkProblems() {}

    /** The problem that the status stands for; null where we have none, and the framework's own is better. */
    static @Nullable ProblemDetail body(Exception refusal, HttpStatusCode status, ServerWebExchange exchange) {
        ProblemType type = TYPES.get(status.value());
        return type == null ? null : RefusedRequest.body(type, detail(refusal, type, exchange), List.of());
    }

    private static String detail(Exception refusal, ProblemType type, ServerWebExchange exchange) {
        if (refusal instanceof NoResourceFoundException) {
            return "There is nothing at %s."
                    .formatted(exchange.getRequest().getPath().value());
        }
        String detail =
                refusal instanceof ErrorResponse response ? response.getBody().getDetail() : null;
        return detail == null ? type.meaning() : detail;
    }
}
