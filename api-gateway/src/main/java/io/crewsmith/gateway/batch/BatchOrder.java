package io.crewsmith.gateway.batch;

import io.crewsmith.catalogue.Kind;
import java.util.List;
import java.util.UUID;

/**
 * A batch that somebody asks for.
 *
 * @param id of the batch; the same for the same request again
 * @param requestedBy on whose behalf the code is asked for
 * @param request what is to happen with the code
 * @param wanted what code is asked for, in this order
 */
public record BatchOrder(UUID id, String requestedBy, Request request, List<Wanted> wanted) {

    public BatchOrder {
        wanted = List.copyOf(wanted);
    }

    /**
     * What is to happen with the code.
     *
     * @param createPullRequest go on to review, and open pull requests where a forge is configured
     * @param sharePullRequests whether many runs are shown by one pull request, or each by one of its own
     * @param deployImmediately go on to review
     */
    public record Request(boolean createPullRequest, boolean sharePullRequests, boolean deployImmediately) {}

    /** An agent or a crew. */
    public record Wanted(Kind kind, UUID id) {}
}
