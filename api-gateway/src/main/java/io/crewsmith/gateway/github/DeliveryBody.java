package io.crewsmith.gateway.github;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What a delivery is answered; GitHub shows it beside the delivery. */
@JsonNaming(SnakeCaseStrategy.class)
record DeliveryBody(
        String outcome, List<UUID> deploymentIds, @Nullable String reason) {

    static DeliveryBody of(Outcome outcome) {
        String name = DeliveryMetrics.name(outcome);
        return switch (outcome) {
            case Outcome.Accepted(List<UUID> deployments) -> new DeliveryBody(name, deployments, null);
            case Outcome.Repeated(List<UUID> deployments) -> new DeliveryBody(name, deployments, null);
            case Outcome.Ignored(String reason) -> new DeliveryBody(name, List.of(), reason);
        };
    }
}
