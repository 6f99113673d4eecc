package io.crewsmith.review.model;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A run as far as the review knows it.
 *
 * @param id the run, which is the deployment
 * @param agentId whose code it is
 * @param status where it stands
 * @param active whether its code is the approved version of its agent now
 * @param codeDigest of the code that was scanned
 * @param authors who changed the configuration last and who asked for the code: none of them may approve it
 * @param requirement who must approve it
 * @param approvals who did
 * @param checks what continuous integration said of it
 */
public record Run(
        UUID id,
        UUID agentId,
        RunStatus status,
        boolean active,
        String codeDigest,
        Set<String> authors,
        Requirement requirement,
        List<Approval> approvals,
        Checks checks) {

    public Run {
        authors = Set.copyOf(authors);
        approvals = List.copyOf(approvals);
    }
}
