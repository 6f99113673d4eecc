package io.crewsmith.gateway.batch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of batches.
 *
 * @param window runs of all batches together that may be under way at once; 1 to 1,000. A single request waits behind
 *     about so many: larger is faster for the batch and slower for everybody else
 * @param patience how long a run may stay without a result before the batch goes on without it; 1 second to 1 hour
 */
@ConfigurationProperties("crewsmith.gateway.batch")
record BatchSettings(
        @DefaultValue("8") int window, @DefaultValue("5m") Duration patience) {

    private static final int WIDEST = 1_000;
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    BatchSettings {
        if (window < 1 || window > WIDEST) {
            throw new IllegalArgumentException(
                    "crewsmith.gateway.batch.window must be between 1 and %,d, but is %d".formatted(WIDEST, window));
        }
        if (patience.compareTo(SHORTEST) < 0 || patience.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("crewsmith.gateway.batch.patience must be between 1s and 1h, but is %ss"
                    .formatted(patience.toSeconds()));
        }
    }
}
