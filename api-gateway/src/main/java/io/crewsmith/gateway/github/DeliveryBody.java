package io.crewsmith.gateway.github;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** What a delivery is answered; GitHub shows it beside the delivery. */
@JsonNaming(SnakeCaseStrategy.class)
record DeliveryBody(
        String outcome,
        @Nullable UUID deploymentId,
        @Nullable String reason) {

    static DeliveryBody of(Outcome outcome) {
        String name = DeliveryMetrics.name(outcome);
        return switch (outcome) {
            case Outcome.Accepted(UUID deployment) -> new DeliveryBody(name, deployment, null);
            case Outcome.Repeated(UUID deployment) -> new DeliveryBody(name, deployment, null);
            case Outcome.Ignored(String reason) -> new DeliveryBody(name, null, reason);
        };
    }
}
