package io.crewsmith.deployment;

import io.crewsmith.deployment.model.Manifest;
import io.crewsmith.events.v1.Deployed;
import io.crewsmith.events.v1.DeploymentFailed;
import io.crewsmith.events.v1.Merged;
import io.crewsmith.events.v1.RolledBack;
import io.crewsmith.events.v1.Team;
import io.crewsmith.events.v1.TeamAlerted;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.schemas.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says on {@code deployments} what became of a release. */
final class DeploymentAnswers {

    private final EventPublisher publisher;
    private final MeterRegistry meters;

    DeploymentAnswers(EventPublisher publisher, MeterRegistry meters) {
        this.publisher = publisher;
        this.meters = meters;
    }

    void active(Received cause, Merged merged, Manifest manifest, Path module) {
        switch (merged.getKind()) {
            case RELEASE -> {
                count("deployed");
                publisher.publish(
                        Topics.DEPLOYMENTS,
                        new Deployed(
                                cause.followedBy(Deployed.class),
                                manifest.agentKey(),
                                module.toString(),
                                manifest.digest(),
                                manifest.previousRunId()));
            }
            case ROLLBACK -> {
                count("rolled_back");
                publisher.publish(
                        Topics.DEPLOYMENTS,
                        new RolledBack(
                                cause.followedBy(RolledBack.class),
                                manifest.agentKey(),
                                manifest.activeRunId(),
                                module.toString(),
                                manifest.digest()));
            }
        }
    }

    void failed(Received cause, Merged merged, String reason, @Nullable String activeRunId) {
        count("failed");
        publisher.publish(
                Topics.DEPLOYMENTS,
                new DeploymentFailed(
                        cause.followedBy(DeploymentFailed.class),
                        merged.getCandidate().getAgentKey(),
                        reason,
                        activeRunId));
        publisher.publish(
                Topics.INCIDENTS, new TeamAlerted(cause.followedBy(TeamAlerted.class), Team.OPERATIONS, reason));
    }

    private void count(String outcome) {
        meters.counter("crewsmith.deployments", "outcome", outcome).increment();
    }
}
