package io.crewsmith.gateway.github;

import io.crewsmith.events.v1.DecideReview;
import io.crewsmith.events.v1.ReportChecks;
import io.crewsmith.gateway.model.Deployment;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The door of reviews, as this room needs it. */
public interface ReviewDoor {

    /** The user of this name; empty where there is none. */
    Optional<Reviewer> user(String name);

    /** The runs that the pull request shows: one, several that were asked for together, or none. */
    Flux<Deployment> shownBy(int pullRequest);

    /** When the oldest run began whose pull request waits for a decision; empty if none waits. */
    Mono<Instant> waitingSince();

    /** Whether the ledger knows the command. */
    Mono<Boolean> knows(UUID commandId);

    Mono<Void> decide(DecideReview decision);

    /** The runs under review that need passed checks of this commit. */
    Flux<Deployment> toCheckAt(String commit);

    /** The commits of which checks are needed and have not passed. */
    Flux<String> unchecked();

    Mono<Void> report(ReportChecks report);
}
