package io.crewsmith.review.model;

import java.util.Set;
import java.util.UUID;

/**
 * A run as far as the review knows it.
 *
 * @param id the run, which is the deployment
 * @param agentId whose code it is
 * @param status where it stands
 * @param active whether its code is the approved version of its agent now
 * @param authors who changed the configuration last and who asked for the code: none of them may approve it
 */
public record Run(UUID id, UUID agentId, RunStatus status, boolean active, Set<String> authors) {

    public Run {
        authors = Set.copyOf(authors);
    }
}
