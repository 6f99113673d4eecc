package io.crewsmith.gateway.batch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of batches.
 *
 * @param window runs of all batches together that may be under way at once; 1 to 1,000. A single request waits behind
 *     about so many: larger is faster for the batch and slower for everybody else
 * @param perPullRequest runs that share a pull request at the most; 1 to 200: GitHub shows the first 300 files of one at once,
 *     and has a place for 65,536 characters of text
 * @param patience how long a run may stay without a result before the batch goes on without it; 1 second to 1 hour
 */
@ConfigurationProperties("crewsmith.gateway.batch")
record BatchSettings(
        @DefaultValue("8") int window,
        @DefaultValue("100") int perPullRequest,
        @DefaultValue("5m") Duration patience) {

    private static final int WIDEST = 1_000;
    private static final int MOST_TOGETHER = 200;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    BatchSettings {
        if (window < 1 || window > WIDEST) {
            throw new IllegalArgumentException(
                    "crewsmith.gateway.batch.window must be between 1 and %,d, but is %d".formatted(WIDEST, window));
        }
        if (perPullRequest < 1 || perPullRequest > MOST_TOGETHER) {
            throw new IllegalArgumentException(
                    "crewsmith.gateway.batch.per-pull-request must be between 1 and %d, but is %d"
                            .formatted(MOST_TOGETHER, perPullRequest));
        }
        if (patience.compareTo(SHORTEST) < 0 || patience.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("crewsmith.gateway.batch.patience must be between 1s and 1h, but is %ss"
                    .formatted(patience.toSeconds()));
        }
    }
}
