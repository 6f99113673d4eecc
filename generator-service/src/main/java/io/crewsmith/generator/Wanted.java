package io.crewsmith.generator;

import io.crewsmith.events.v1.AgentSaved;
import io.crewsmith.events.v1.CandidateKind;
import io.crewsmith.events.v1.CrewSaved;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.platform.events.Received;
import java.util.Optional;

/**
 * What code is wanted for.
 *
 * @param key of the agent or the crew
 * @param requestedBy who asked for it
 * @param source what it is made from: an agent's configuration, or a crew's snapshot
 */
record Wanted(
        CandidateKind kind,
        String key,
        int revision,
        String author,
        String requestedBy,
        String source,
        GenerationRequest request) {

    /** Nothing where the event says nothing of code. */
    static Optional<Wanted> in(Received received) {
        String actor = received.envelope().getActor();
        return switch (received.event()) {
            case AgentSaved saved
            when saved.getGeneration() != null ->
                Optional.of(new Wanted(
                        CandidateKind.AGENT,
                        saved.getAgentKey(),
                        saved.getRevision(),
                        saved.getAuthor(),
                        actor,
                        saved.getConfiguration(),
                        saved.getGeneration()));
            case CrewSaved saved
            when saved.getGeneration() != null && saved.getSnapshot() != null ->
                Optional.of(new Wanted(
                        CandidateKind.CREW,
                        saved.getCrewKey(),
                        saved.getRevision(),
                        saved.getAuthor(),
                        actor,
                        saved.getSnapshot(),
                        saved.getGeneration()));
            default -> Optional.empty();
        };
    }
}
