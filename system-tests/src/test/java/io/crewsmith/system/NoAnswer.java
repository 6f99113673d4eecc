package io.crewsmith.system;

import java.io.IOException;

/** The connection ended before an answer came. */
final class NoAnswer extends AssertionError {

    NoAnswer(String request, IOException cause) {
        super(request + " got no answer", cause);
    }
}
