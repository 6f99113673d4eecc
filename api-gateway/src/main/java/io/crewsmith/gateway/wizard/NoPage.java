package io.crewsmith.gateway.wizard;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/** Addresses that a person has mistyped: the pages say so, and nothing else needs to be known for that. */
public final class NoPage {

    /** What addresses begin with that are no pages. */
    private static final Set<String> SERVED = Set.of("api", "v3", "actuator", "health", "ui", "webjars", "favicon.ico");

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private NoPage() {}

    /** Whether a browser asks for a page, at an address where only pages could be. */
    public static boolean isAskedFor(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        List<PathContainer.Element> path =
                request.getPath().pathWithinApplication().elements();
        String first = path.size() < 2 ? "" : path.get(1).value();
        return READING.contains(request.getMethod()) && !SERVED.contains(first) && acceptsHtml(request);
    }

    private static boolean acceptsHtml(ServerHttpRequest request) {
        try {
            return request.getHeaders().getAccept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
