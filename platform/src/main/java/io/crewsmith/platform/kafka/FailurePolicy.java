package io.crewsmith.platform.kafka;

import io.crewsmith.platform.events.MalformedEventException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * The kinds of failure, declared once. Malformed: to the dead letters at once. Transient: again with growing pauses,
 * then to the dead letters. Somebody asked for patience: again after the pause, without an end. A business refusal is no
 * failure at all but an event.
 */
final class FailurePolicy {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(1);
    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(60);

    private FailurePolicy() {}

    static CommonErrorHandler writing(ConsumerRecordRecoverer deadLetters) {
        var pauses = forEver();
        pauses.setMaxElapsedTime(GIVE_UP_AFTER.toMillis());
        var handler = new DefaultErrorHandler(deadLetters, pauses);
        handler.setBackOffFunction((received, failure) -> patience(failure));
        handler.addNotRetryableExceptions(MalformedEventException.class);
        handler.setCommitRecovered(true);
        return handler;
    }

    /** The pause that was asked for, in pieces that let the reader take part in its group; null where none was. */
    private static @Nullable BackOff patience(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TryLaterException later) {
                long pause = Math.clamp(later.pause().toMillis(), FIRST_PAUSE.toMillis(), LONGEST_PATIENCE.toMillis());
                return new FixedBackOff(pause, FixedBackOff.UNLIMITED_ATTEMPTS);
            }
        }
        return null;
    }

    /** Growing pauses without an end, for a reader that must not skip anything. */
    static ExponentialBackOff forEver() {
        var pauses = new ExponentialBackOff(FIRST_PAUSE.toMillis(), 2);
        pauses.setMaxInterval(LONGEST_PAUSE.toMillis());
        return pauses;
    }
}
