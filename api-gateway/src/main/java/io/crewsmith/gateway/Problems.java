package io.crewsmith.gateway;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.reactive.result.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says of requests that cannot be read what is wrong and where, and of failures of ours no more than that they are. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final Refusals refusals;

    Problems(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleServerWebInputException(
            ServerWebInputException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            ServerWebExchange exchange) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(unreadable);
        return handleExceptionInternal(
                unreadable,
                cause instanceof JacksonException json
                        ? RefusedRequest.body(ProblemType.MALFORMED, "The body cannot be read.", List.of(error(json)))
                        : RefusedRequest.body(ProblemType.MALFORMED, Mismatches.detail(unreadable), List.of()),
                headers,
                status,
                exchange);
    }

    @Override
    protected Mono<ResponseEntity<Object>> handleMissingRequestValueException(
            MissingRequestValueException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            ServerWebExchange exchange) {
        return handleServerWebInputException(missing, headers, status, exchange);
    }

    /** What the framework refuses by itself is said as all else is. */
    @Override
    protected Mono<ResponseEntity<Object>> handleExceptionInternal(
            Exception refusal,
            @Nullable Object body,
            @Nullable HttpHeaders headers,
            HttpStatusCode status,
            ServerWebExchange exchange) {
        Object said = body == null && refusal instanceof RefusedRequest refused ? refused.getBody() : body;
        Object answer = said == null ? FrameworkProblems.body(refusal, status, exchange) : said;
        Mono<ResponseEntity<Object>> response =
                super.handleExceptionInternal(refusal, answer, headers, status, exchange);
        return answer instanceof ProblemDetail problem
                ? refusals.note(exchange, problem).then(response)
                : response;
    }

    @ExceptionHandler
    Mono<ResponseEntity<Object>> handleUnexpected(Exception failure, ServerWebExchange exchange) {
        log.error(
                "{} {} failed",
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath(),
                failure);
        return handleExceptionInternal(
                failure,
                RefusedRequest.body(
                        ProblemType.UNEXPECTED, "Something failed here; the log of the gateway says what.", List.of()),
                HttpHeaders.EMPTY,
                ProblemType.UNEXPECTED.status(),
                exchange);
    }

    private static FieldProblem error(JacksonException json) {
        String detail = switch (json) {
            case UnrecognizedPropertyException unknown ->
                "There is no such property; there are %s.".formatted(unknown.getKnownPropertyIds());
            case StreamReadException syntax -> "It is no JSON: %s".formatted(syntax.getOriginalMessage());
            default -> "It is of another type than it must be.";
        };
        return new FieldProblem(pointer(json), "type", detail);
    }

    /** The place in the body as a JSON Pointer (RFC 6901). */
    private static String pointer(JacksonException json) {
        return json.getPath().stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
