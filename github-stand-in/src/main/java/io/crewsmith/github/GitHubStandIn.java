package io.crewsmith.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * GitHub on loopback, as an Enterprise server serves it, over a real repository. Each request and each answer is held
 * against GitHub's own description.
 */
public final class GitHubStandIn implements AutoCloseable {

    /** What it answers. */
    record Answer(int status, JsonNode json, Map<String, String> headers) {

        Answer(int status, JsonNode json) {
            this(status, json, Map.of());
        }
    }

    static {
        // Head and body are written apart; without this each answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final String PREFIX = "/api/v3";
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What was asked for and is not only read, in its order. */
    public final List<String> writes = new CopyOnWriteArrayList<>();

    /** Paths that were read. */
    public final List<String> reads = new CopyOnWriteArrayList<>();

    /** Paths that are answered so; the description does not know every answer of every path. */
    public final Map<String, Integer> refused = new ConcurrentHashMap<>();

    /** Holding thousands of requests against the description takes minutes. */
    public boolean isChecked = true;

    public final StandInState state;
    public final StandInPeople people;
    public final StandInLimits limits;
    private final ConcurrentLinkedQueue<String> violations = new ConcurrentLinkedQueue<>();
    private final AtomicInteger untilLost = new AtomicInteger(Integer.MAX_VALUE);
    private final HttpServer server;
    private @Nullable StandInApp app;

    public GitHubStandIn(Path repository, Clock clock) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        this.state = new StandInState(new StandInRepository(repository), URI.create(address()), clock);
        this.people = new StandInPeople(state, clock);
        this.limits = new StandInLimits(clock);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(PREFIX, this::handle);
        server.start();
    }

    public URI api() {
        return URI.create(address() + PREFIX);
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public List<String> violations() {
        return List.copyOf(violations);
    }

    /** From now on only the app is answered. */
    public void installed(StandInApp installed) {
        this.app = installed;
    }

    /** After so many more writes each is carried out, but its answer is lost, as when we are killed. */
    public void loseAnswersAfter(int more) {
        untilLost.set(more);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            boolean writes = !exchange.getRequestMethod().equals("GET");
            Answer answer = writes && !limits.allows() ? tooMany() : answer(exchange, body);
            if (isChecked) {
                check(exchange, body, answer);
            }
            if (writes && untilLost.getAndDecrement() <= 0) {
                return;
            }
            byte[] bytes = answer.json().toString().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (RuntimeException e) {
            violations.add(e.toString());
            throw e;
        }
    }

    private static Answer tooMany() {
        return new Answer(
                403,
                JSON.createObjectNode()
                        .put("message", "You have exceeded a secondary rate limit")
                        .put("documentation_url", "https://docs.github.com/rest"),
                Map.of("Retry-After", "60"));
    }

    private Answer answer(HttpExchange exchange, String body) {
        String path = path(exchange);
        if (exchange.getRequestMethod().equals("GET")) {
            reads.add(path);
        } else {
            writes.add(exchange.getRequestMethod() + " " + path);
        }
        if (refused.containsKey(path)) {
            return new Answer(refused.get(path), StandInViews.message("Refused"));
        }
        if (app != null) {
            Optional<Answer> ofApp =
                    app.answer(path, exchange.getRequestHeaders().getFirst("Authorization"), state.views);
            if (ofApp.isPresent()) {
                return ofApp.get();
            }
        }
        try {
            JsonNode json = body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body);
            return StandInRoutes.answer(
                    state, exchange.getRequestMethod(), path, query(exchange.getRequestURI()), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(HttpExchange exchange, String body, Answer answer) {
        var request = new SimpleRequest.Builder(Request.Method.valueOf(exchange.getRequestMethod()), path(exchange));
        query(exchange.getRequestURI()).forEach(request::withQueryParam);
        exchange.getRequestHeaders().forEach((name, values) -> {
            // GitHub's documentation recommends application/vnd.github+json, which its description does not list.
            if (!name.equalsIgnoreCase("Accept")) {
                request.withHeader(name, values);
            }
        });
        if (!body.isEmpty()) {
            request.withBody(body);
        }
        var response = SimpleResponse.Builder.status(answer.status())
                .withContentType("application/json")
                .withBody(answer.json().toString());
        violations.addAll(GitHubDescription.get().violations(request.build(), response.build()));
    }

    private static String path(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().substring(PREFIX.length());
    }

    private static Map<String, String> query(URI uri) {
        return Stream.of(String.valueOf(uri.getRawQuery()).split("&"))
                .filter(pair -> pair.contains("="))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
        state.close();
    }
}
