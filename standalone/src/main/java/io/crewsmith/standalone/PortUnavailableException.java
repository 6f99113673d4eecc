package io.crewsmith.standalone;

/** The gateway cannot have its port; the message is a sentence for the person at the keyboard. */
final class PortUnavailableException extends RuntimeException {

    PortUnavailableException(String message) {
        super(message);
    }
}
