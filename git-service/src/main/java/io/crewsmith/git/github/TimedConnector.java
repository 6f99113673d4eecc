package io.crewsmith.git.github;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/** Waits for an answer, to its last byte, no longer than that: a silent connection would hold up all that comes after. */
final class TimedConnector implements GitHubConnector {

    private final HttpClient http;
    private final Duration longest;

    TimedConnector(HttpClient http, Duration longest) {
        this.http = http;
        this.longest = longest;
    }

    /**
     * @throws HttpTimeoutException if the answer is not there in time; whatever was asked for may have been done
     */
    @Override
    public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(asked(request), BodyHandlers.ofByteArray());
        try {
            return new Answer(request, answer.get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new HttpTimeoutException(
                    "No answer to %s %s within %d s".formatted(request.method(), request.url(), longest.toSeconds()));
        } catch (ExecutionException e) {
            throw new IOException("No answer to %s %s".formatted(request.method(), request.url()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while GitHub was asked");
        } finally {
            // Of an answer that is there it changes nothing; a connection that is still waited for is closed.
            answer.cancel(true);
        }
    }

    private static HttpRequest asked(GitHubConnectorRequest request) throws IOException {
        HttpRequest.Builder asked =
                HttpRequest.newBuilder(URI.create(request.url().toString()));
        request.allHeaders().forEach((name, values) -> asked.header(name, String.join(",", values)));
        try (InputStream body = request.body()) {
            return asked.method(
                            request.method(),
                            body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.readAllBytes()))
                    .build();
        }
    }

    private static final class Answer extends GitHubConnectorResponse.ByteArrayResponse {

        private final byte[] body;

        Answer(GitHubConnectorRequest request, HttpResponse<byte[]> answer) {
            super(request, answer.statusCode(), answer.headers().map());
            this.body = answer.body();
        }

        @Override
        protected InputStream rawBodyStream() {
            return new ByteArrayInputStream(body);
        }
    }
}
