package io.crewsmith.platform.kafka;

import java.time.Duration;

/**
 * Another service asked for patience. The record stays where it is and is tried again after the pause, for as long as
 * it takes; those behind it in its partition wait with it.
 */
public final class TryLaterException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Duration pause;

    public TryLaterException(String message, Duration pause) {
        super(message);
        this.pause = pause;
    }

    public Duration pause() {
        return pause;
    }
}
