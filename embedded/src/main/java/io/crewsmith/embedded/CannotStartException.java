package io.crewsmith.embedded;

/** The embedded services cannot start; the message is one sentence or two for the person at the keyboard. */
public final class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStartException(String message) {
        super(message);
    }

    CannotStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
