package io.crewsmith.gateway;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.gateway.model.Deployment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** A deployment as the door shows it: {@code agent_code_deployments} of the source design, with its scan and its Git. */
@JsonNaming(SnakeCaseStrategy.class)
record DeploymentBody(
        UUID deploymentId,
        String kind,
        @Nullable UUID agentId,
        @Nullable String agentKey,
        @Nullable UUID crewId,
        @Nullable String crewKey,
        @Nullable Integer revision,
        String deploymentStatus,
        String reviewStatus,
        boolean isActive,
        @Nullable String problem,
        @Nullable String generatedCode,
        @Nullable String codeDigest,
        @Nullable String configurationDigest,
        @Nullable String templateVersion,
        @Nullable String generatedBy,
        @Nullable Instant generationTimestamp,
        @Nullable JsonNode warnings,
        @JsonUnwrapped @Nullable ScanBody scan,
        Git git,
        @Nullable String reviewerId,
        @Nullable String reviewComments,
        @Nullable Instant reviewedAt,
        @Nullable String deploymentPath,
        @Nullable Instant deploymentTimestamp,
        @Nullable UUID replacedBy,
        @Nullable UUID revises,
        boolean resumable,
        @Nullable RiskBody risk,
        ChecksBody checks,
        List<String> missingToMerge) {

    /** Where the code lies in Git. A pull request is there only where a forge is configured. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Git(
            @Nullable String branch,
            @Nullable String commitHash,
            @Nullable String mergeCommitHash,
            @Nullable Integer prNumber,
            @Nullable String prUrl) {}

    static DeploymentBody of(Deployment deployment, JsonMapper json) {
        boolean agent = deployment.kind() == Kind.AGENT;
        return new DeploymentBody(
                deployment.id(),
                deployment.kind().word(),
                agent ? deployment.agentId() : null,
                agent ? deployment.agentKey() : null,
                agent ? null : deployment.agentId(),
                agent ? null : deployment.agentKey(),
                deployment.revision(),
                deployment.status(),
                deployment.reviewStatus(),
                deployment.active(),
                deployment.problem(),
                deployment.generatedCode(),
                deployment.codeDigest(),
                deployment.configurationDigest(),
                deployment.templateVersion(),
                deployment.generatedBy(),
                deployment.generationTimestamp(),
                tree(deployment.warnings(), json),
                deployment.verdict() == null ? null : ScanBody.of(json.readTree(deployment.verdict())),
                git(deployment),
                deployment.reviewer(),
                deployment.reviewComments(),
                deployment.reviewedAt(),
                deployment.path(),
                deployment.deploymentTimestamp(),
                deployment.replacedBy(),
                deployment.revises(),
                deployment.resumable(),
                deployment.risk() == null ? null : RiskBody.of(json.readTree(deployment.risk())),
                ChecksBody.of(deployment.checks()),
                MissingToMerge.of(deployment, json));
    }

    private static Git git(Deployment deployment) {
        return new Git(
                deployment.gitBranch(),
                deployment.gitCommitHash(),
                deployment.mergeCommitHash(),
                deployment.pullRequest(),
                deployment.pullRequestPage());
    }

    private static @Nullable JsonNode tree(@Nullable String text, JsonMapper json) {
        return text == null ? null : json.readTree(text);
    }
}
