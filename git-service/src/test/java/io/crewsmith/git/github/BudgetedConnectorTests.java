package io.crewsmith.git.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crewsmith.git.model.Budget;
import io.crewsmith.git.model.Lane;
import io.crewsmith.git.model.Limits;
import io.crewsmith.git.model.PassingTime;
import io.crewsmith.platform.kafka.TryLaterException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/** What GitHub's refusals lead to. */
class BudgetedConnectorTests {

    private final PassingTime clock = new PassingTime();
    private final Budget budget = new Budget(new Limits(80, 500, 100), clock);

    @Test
    void aRefusalIsFollowedByTheSilenceThatItNames() throws Exception {
        assertThat(pauseAfterRefusalUntil(Duration.ofMinutes(20)))
                .isEqualTo(Duration.ofMinutes(20).plusSeconds(1));
    }

    @Test
    void byAClockThatIsAheadARefusalIsFollowedByAMinuteOfSilence() throws Exception {
        assertThat(pauseAfterRefusalUntil(Duration.ofMinutes(-5))).isEqualTo(Duration.ofMinutes(1));
        assertThat(budget.pause(Lane.RELEASE, false)).isEqualTo(Duration.ofMinutes(1));
    }

    /** @param reset when the limit ends, from now on by our clock */
    private Duration pauseAfterRefusalUntil(Duration reset) throws IOException {
        var request =
                new RawRequest("GET", URI.create("https://api.github.com/").toURL(), Map.of(), null);
        long end = clock.instant().plus(reset).getEpochSecond();
        var connector = new BudgetedConnector(asked -> new Refusal(asked, end), budget, Lane.REVIEW, clock);
        var later = assertThatExceptionOfType(TryLaterException.class)
                .isThrownBy(() -> connector.send(request))
                .actual();
        return later.pause();
    }

    private static final class Refusal extends GitHubConnectorResponse.ByteArrayResponse {

        Refusal(GitHubConnectorRequest request, long reset) {
            super(
                    request,
                    403,
                    Map.of("X-RateLimit-Remaining", List.of("0"), "X-RateLimit-Reset", List.of(Long.toString(reset))));
        }

        @Override
        protected InputStream rawBodyStream() {
            return InputStream.nullInputStream();
        }
    }
}
