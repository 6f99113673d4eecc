package io.crewsmith.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Counts the requests that are refused, and logs those whose values are: who sent them, where, and by which rules. What was
 * sent is not repeated, since it may be a secret, or be written for whoever reads the log.
 */
@Component
class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);
    private static final int LONGEST_PLACE = 100;

    private final MeterRegistry meters;

    Refusals(MeterRegistry meters) {
        this.meters = meters;
        // From the start, at zero: a series that appears with its first refusal would show no increase.
        for (ProblemType type : ProblemType.values()) {
            counter(type.uri().toString());
        }
    }

    /** Notes the answer of a request. A wizard's previews come with every key that is pressed, and are only counted. */
    Mono<Void> note(ServerWebExchange exchange, ProblemDetail problem) {
        counter(String.valueOf(problem.getType())).increment();
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().value();
        if (places(problem).isEmpty() || path.endsWith("/preview")) {
            return Mono.empty();
        }
        return exchange.getPrincipal()
                .map(Principal::getName)
                .defaultIfEmpty("nobody")
                .doOnNext(name ->
                        log.warn("{} {} of {} is refused: {}", request.getMethod(), path, name, places(problem)))
                .then();
    }

    private static String places(ProblemDetail problem) {
        return problem.getProperties() != null && problem.getProperties().get("errors") instanceof List<?> errors
                ? errors.stream()
                        .map(error -> error instanceof FieldProblem field ? place(field) : "")
                        .collect(Collectors.joining(", "))
                : "";
    }

    /** A pointer holds names that somebody made up: one line, no control characters, not long. */
    private static String place(FieldProblem field) {
        String pointer = field.pointer().replaceAll("[^ -~]", "?");
        return "%s (%s)"
                .formatted(
                        pointer.length() > LONGEST_PLACE ? pointer.substring(0, LONGEST_PLACE) + "…" : pointer,
                        field.code());
    }

    private Counter counter(String type) {
        return Counter.builder("crewsmith.requests.refused")
                .description("Requests that were answered with a problem, by its kind")
                .tag("type", type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))
                .register(meters);
    }
}
