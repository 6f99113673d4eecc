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
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says on {@code deployments} what became of a release. */
final class DeploymentAnswers {

    private static final List<String> OUTCOMES = List.of("deployed", "rolled_back", "failed");

    private final EventPublisher publisher;
    private final MeterRegistry meters;

    DeploymentAnswers(EventPublisher publisher, MeterRegistry meters) {
        this.publisher = publisher;
        this.meters = meters;
        // From the start, at zero: a counter that appears with its first failure would show no increase.
        OUTCOMES.forEach(this::counter);
    }

    void active(Received cause, Merged merged, Manifest manifest, Path module) {
        switch (merged.getKind()) {
            case RELEASE -> {
                count("deployed");
                publisher.publish(
                        Topics.DEPLOYMENTS,
                        new Deployed(
                                cause.followedBy(Deployed.class),
                                manifest.key(),
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
                                manifest.key(),
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
        counter(outcome).increment();
    }

    private Counter counter(String outcome) {
        return Counter.builder("crewsmith.deployments")
                .description("Releases and rollbacks, by what became of them")
                .tag("outcome", outcome)
                .register(meters);
    }
}
