package io.crewsmith.embedded;

/** The only address on which anything here listens. */
final class Loopback {

    static final String HOST = "127.0.0.1";

    private Loopback() {}
}
