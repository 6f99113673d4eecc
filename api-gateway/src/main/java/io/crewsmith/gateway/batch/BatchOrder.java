package io.crewsmith.gateway.batch;

import io.crewsmith.catalogue.Kind;
import java.util.List;
import java.util.UUID;

/**
 * A batch that somebody asks for.
 *
 * @param id of the batch; the same for the same request again
 * @param requestedBy on whose behalf the code is asked for
 * @param wanted what code is asked for, in this order
 */
public record BatchOrder(
        UUID id, String requestedBy, boolean createPullRequest, boolean deployImmediately, List<Wanted> wanted) {

    public BatchOrder {
        wanted = List.copyOf(wanted);
    }

    /** An agent or a crew. */
    public record Wanted(Kind kind, UUID id) {}
}
