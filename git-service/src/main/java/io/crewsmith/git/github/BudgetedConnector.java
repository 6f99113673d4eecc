package io.crewsmith.git.github;

import io.crewsmith.git.model.Budget;
import io.crewsmith.git.model.Lane;
import io.crewsmith.platform.kafka.TryLaterException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/** Sends a request only if the budget allows it, and learns from the answer what GitHub wishes. */
final class BudgetedConnector implements GitHubConnector {

    /** GitHub's advice where it names no time, or one that is over. */
    private static final Duration DEFAULT_SILENCE = Duration.ofMinutes(1);

    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;

    private final GitHubConnector http;
    private final Budget budget;
    private final Lane lane;
    private final Clock clock;

    BudgetedConnector(GitHubConnector http, Budget budget, Lane lane, Clock clock) {
        this.http = http;
        this.budget = budget;
        this.lane = lane;
        this.clock = clock;
    }

    /**
     * @throws TryLaterException if the budget is spent or GitHub asked for silence
     */
    @Override
    public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
        Duration pause = budget.take(lane, !request.method().equals("GET"));
        if (!pause.isZero()) {
            throw new TryLaterException("The budget of requests to GitHub is spent", pause);
        }
        GitHubConnectorResponse response;
        try {
            response = http.send(request);
        } finally {
            budget.answered();
        }
        Duration silence = silence(response);
        if (silence != null) {
            budget.close(silence);
            if (isRefusal(response)) {
                response.close();
                throw new TryLaterException("GitHub asks for a pause", silence);
            }
        }
        return response;
    }

    private static boolean isRefusal(GitHubConnectorResponse response) {
        return response.statusCode() == FORBIDDEN || response.statusCode() == TOO_MANY;
    }

    private @Nullable Duration silence(GitHubConnectorResponse response) {
        String retryAfter = response.header("Retry-After");
        if (retryAfter != null) {
            return Duration.ofSeconds(number(retryAfter, DEFAULT_SILENCE.toSeconds()));
        }
        String reset = response.header("X-RateLimit-Reset");
        if ("0".equals(response.header("X-RateLimit-Remaining")) && reset != null) {
            Instant until = Instant.ofEpochSecond(
                    number(reset, clock.instant().plus(DEFAULT_SILENCE).getEpochSecond()));
            Duration rest = Duration.between(clock.instant(), until).plusSeconds(1);
            // By a clock that is ahead of GitHub's it is over already, and GitHub refuses still.
            return isRefusal(response) && rest.compareTo(DEFAULT_SILENCE) < 0 ? DEFAULT_SILENCE : rest;
        }
        return response.statusCode() == TOO_MANY ? DEFAULT_SILENCE : null;
    }

    private static long number(String text, long otherwise) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
