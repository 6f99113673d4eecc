package io.crewsmith.gateway.github;

import io.crewsmith.gateway.github.Outcome.Ignored;
import reactor.core.publisher.Mono;

/** Finds out how the checks of a commit stand, and says so to the runs that wait for them. */
@FunctionalInterface
interface CommitChecks {

    /** Where there is no token to ask with. */
    CommitChecks UNASKED = commit -> Mono.just(
            new Ignored("GitHub is not asked how the checks went; crewsmith.gateway.github.token is missing."));

    /** Something happened to the checks of this commit; what is true of them is asked for. */
    Mono<Outcome> take(String commit);
}
