package io.crewsmith.git.github;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crewsmith.git.model.Limits;
import io.crewsmith.platform.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A GitHub that takes the connection and falls silent. */
@Timeout(30)
class TimedConnectorTests {

    @Test
    void whoeverNeverAnswersIsNotWaitedForForEver() throws Exception {
        assertIsGivenUp("");
    }

    @Test
    void norIsWhoeverFallsSilentInTheMiddleOfAnAnswer() throws Exception {
        assertIsGivenUp("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
    }

    private static void assertIsGivenUp(String answer) throws IOException {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor()) {
            answering.submit(() -> {
                // Open until the client gives up.
                try (Socket client = server.accept()) {
                    client.getOutputStream().write(answer.getBytes(US_ASCII));
                    return client.getInputStream().readAllBytes();
                }
            });

            assertThatThrownBy(() -> forge(server).isOpen("agent-code/market-analyst-00000001"))
                    .isInstanceOf(IOException.class)
                    .hasRootCauseInstanceOf(HttpTimeoutException.class)
                    .rootCause()
                    .hasMessageStartingWith("No answer to GET http://127.0.0.1:")
                    .hasMessageEndingWith("/repos/acme/agents within 1 s");
        }
    }

    private static GitHubForge forge(ServerSocket server) {
        var settings = new GitHubSettings(
                "acme/agents",
                URI.create("http://127.0.0.1:" + server.getLocalPort()),
                new Secret("t0ken"),
                null,
                List.of("crewsmith"),
                List.of(),
                null,
                new Limits(80, 500, 100));
        return new GitHubForge(settings, "main", Clock.systemUTC(), new SimpleMeterRegistry(), Duration.ofSeconds(1));
    }
}
