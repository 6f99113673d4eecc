package io.crewsmith.gateway.github;

import java.util.UUID;

/** What became of a delivery. */
sealed interface Outcome {

    /** It is a command now. */
    record Accepted(UUID deployment) implements Outcome {}

    /** It was a command before. */
    record Repeated(UUID deployment) implements Outcome {}

    /** It decides nothing. */
    record Ignored(String reason) implements Outcome {}
}
