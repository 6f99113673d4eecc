package io.crewsmith.platform.events;

/** Bytes that are no event of ours. No repeat will help, so they go to the dead letters at once. */
public class MalformedEventException extends RuntimeException {

    public MalformedEventException(String message) {
        super(message);
    }

    public MalformedEventException(String message, Throwable cause) {
        super(message, cause);
    }
}
