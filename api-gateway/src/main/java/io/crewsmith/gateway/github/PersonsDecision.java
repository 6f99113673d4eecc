package io.crewsmith.gateway.github;

import io.crewsmith.events.v1.Decision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about a pull request.
 *
 * @param name of this one decision at GitHub, the same whether it is delivered or asked for
 * @param login who decided
 * @param comments what they wrote, or what they did where they wrote nothing
 * @param commit what they saw, 40 hex digits
 * @param madeAt by GitHub's clock, whole seconds; null where that cannot be read
 * @param byCollaborator whether the repository's owner lets them take part: anybody may review what is public, and a login
 *     that was given up may be somebody else's by now
 */
record PersonsDecision(
        String name,
        PullRequest pullRequest,
        String login,
        Decision decision,
        String comments,
        String commit,
        @Nullable Instant madeAt,
        boolean byCollaborator) {}
