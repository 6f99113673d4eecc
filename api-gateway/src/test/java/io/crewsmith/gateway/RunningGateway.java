package io.crewsmith.gateway;

import io.crewsmith.embedded.DatabaseAddress;
import io.crewsmith.platform.ServiceApplication;
import io.crewsmith.testsupport.TestServices;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.springframework.context.ConfigurableApplicationContext;

/** The gateway alone, as its own main class runs it, and a client that may do what an author may. */
final class RunningGateway implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext gateway;

    RunningGateway() {
        this(Map.of());
    }

    /** @param more settings, besides where everything is and the one user */
    RunningGateway(Map<String, String> more) {
        this.gateway = start(more);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + gateway.getEnvironment().getRequiredProperty("local.server.port"));
    }

    CompletableFuture<HttpResponse<String>> post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Asks for an answer in one of the media types. */
    CompletableFuture<HttpResponse<String>> post(String path, String body, String accept) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Accept", accept)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> get(String path, String accept) {
        return send(request(path).header("Accept", accept).build()).join();
    }

    /** Asks again until there is an answer other than 404, for what the ledger has still to read. */
    HttpResponse<String> awaited(String path, String accept) {
        return awaited(path, accept, answer -> answer.statusCode() != 404);
    }

    /** Asks again until the answer holds the text. */
    HttpResponse<String> awaitedIn(String path, String text) {
        return awaited(path, "application/json", answer -> answer.body().contains(text));
    }

    private HttpResponse<String> awaited(String path, String accept, Predicate<HttpResponse<String>> wanted) {
        Instant end = Instant.now().plusSeconds(30);
        HttpResponse<String> answer = get(path, accept);
        while (!wanted.test(answer) && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            answer = get(path, accept);
        }
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address().resolve(path)).header("Authorization", "Bearer t0ken");
    }

    private CompletableFuture<HttpResponse<String>> send(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofString());
    }

    private static ConfigurableApplicationContext start(Map<String, String> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.putAll(places());
        return ServiceApplication.of(GatewayApplication.class, settings).run();
    }

    private static Map<String, Object> places() {
        DatabaseAddress database = TestServices.freshDatabase();
        return Map.ofEntries(
                Map.entry("server.port", 0),
                Map.entry("spring.kafka.bootstrap-servers", TestServices.bootstrapServers()),
                Map.entry("spring.datasource.url", database.jdbcUrl()),
                Map.entry("spring.datasource.username", database.user()),
                Map.entry("spring.datasource.password", database.password()),
                Map.entry("spring.r2dbc.url", database.r2dbcUrl()),
                Map.entry("spring.r2dbc.username", database.user()),
                Map.entry("spring.r2dbc.password", database.password()),
                Map.entry("crewsmith.gateway.answer-within", "5s"),
                Map.entry("crewsmith.gateway.users[0].name", "author"),
                Map.entry("crewsmith.gateway.users[0].roles", "author"),
                Map.entry("crewsmith.gateway.users[0].token.value", "t0ken"));
    }

    @Override
    public void close() {
        gateway.close();
        http.close();
    }
}
