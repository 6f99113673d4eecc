package io.crewsmith.gateway.model;

import io.crewsmith.catalogue.Kind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that asked for code: a row of {@code agent_code_deployments}. What has not happened yet is null.
 *
 * @param kind whether it is the code of an agent or of a crew
 * @param agentId id of the agent, or of the crew
 * @param agentKey its key
 * @param verdict JSON of the scan's verdict
 * @param warnings JSON array of what the target cannot express
 * @param resumable whether Git or the deployment stopped it, so that it may go on once a person has resolved why
 * @param missing JSON array of what its review waits for, in words
 * @param risk JSON of what the change could do, and why
 * @param reviewRequestedAt when its review began, or began anew
 * @param pullRequest its number at the forge
 * @param pullRequestPage where people read it
 * @param pullRequestCommit the commit that it shows; of several runs together it is that of all
 * @param revises the run that a reviewer wanted changed, which this one follows
 * @param checks what the checks of continuous integration are to it
 */
public record Deployment(
        UUID id,
        Kind kind,
        UUID agentId,
        @Nullable String agentKey,
        @Nullable Integer revision,
        String status,
        String reviewStatus,
        boolean active,
        @Nullable String problem,
        @Nullable String generatedBy,
        @Nullable String generatedCode,
        @Nullable String codeDigest,
        @Nullable String configurationDigest,
        @Nullable String templateVersion,
        @Nullable Instant generationTimestamp,
        @Nullable String warnings,
        @Nullable String verdict,
        @Nullable Instant reviewRequestedAt,
        @Nullable String reviewer,
        @Nullable String reviewComments,
        @Nullable Instant reviewedAt,
        @Nullable String gitBranch,
        @Nullable String gitCommitHash,
        @Nullable String mergeCommitHash,
        @Nullable String path,
        @Nullable Instant deploymentTimestamp,
        @Nullable UUID replacedBy,
        @Nullable String missing,
        @Nullable UUID revises,
        boolean resumable,
        @Nullable String risk,
        @Nullable Integer pullRequest,
        @Nullable String pullRequestPage,
        @Nullable String pullRequestCommit,
        Checks checks) {}
