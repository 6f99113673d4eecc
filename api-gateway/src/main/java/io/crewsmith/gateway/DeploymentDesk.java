package io.crewsmith.gateway;

import io.crewsmith.catalogue.Kind;
import io.crewsmith.gateway.ledger.LedgerQueries;
import io.crewsmith.gateway.ledger.ReviewQueries;
import io.crewsmith.gateway.model.Deployment;
import io.crewsmith.platform.events.Envelopes;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Sends commands about code and answers with the deployment as it is then, or with 202 and a place to look. */
@Component
class DeploymentDesk {

    private final Commands commands;
    private final Outcomes outcomes;
    private final LedgerQueries ledger;
    private final ReviewQueries reviews;
    private final JsonMapper json;

    DeploymentDesk(Commands commands, Outcomes outcomes, LedgerQueries ledger, ReviewQueries reviews, JsonMapper json) {
        this.commands = commands;
        this.outcomes = outcomes;
        this.ledger = ledger;
        this.reviews = reviews;
        this.json = json;
    }

    /** Begins a deployment of an agent or a crew that there is; the command learns which run a reviewer wants changed. */
    Mono<ResponseEntity<DeploymentBody>> begin(
            Kind kind, UUID id, Function<@Nullable String, SpecificRecord> command, List<String> awaited) {
        return ledger.configuration(kind, id)
                .switchIfEmpty(missing(kind.word(), id))
                .flatMap(found -> reviews.runToChange(id).map(UUID::toString).defaultIfEmpty(""))
                .flatMap(toChange -> carryOut(command.apply(toChange.isEmpty() ? null : toChange), awaited));
    }

    /** Goes on with a deployment that there is. */
    Mono<ResponseEntity<DeploymentBody>> about(
            UUID deploymentId, Function<Deployment, SpecificRecord> command, List<String> awaited) {
        return deployment(deploymentId).flatMap(run -> carryOut(command.apply(run), awaited));
    }

    Mono<Deployment> deployment(UUID deploymentId) {
        return ledger.deployment(deploymentId).switchIfEmpty(missing("deployment", deploymentId));
    }

    DeploymentBody body(Deployment deployment) {
        return DeploymentBody.of(deployment, json);
    }

    private Mono<ResponseEntity<DeploymentBody>> carryOut(SpecificRecord command, List<String> awaited) {
        UUID deploymentId = UUID.fromString(Envelopes.of(command).getRunId());
        return commands.carryOut(command, awaited)
                .map(outcomes::accepted)
                .flatMap(effect -> ledger.deployment(deploymentId))
                .map(deployment -> ResponseEntity.ok(body(deployment)))
                .switchIfEmpty(Mono.fromSupplier(() -> ResponseEntity.accepted()
                        .location(URI.create("/api/code-deployments/" + deploymentId))
                        .build()));
    }

    private static <T> Mono<T> missing(String what, UUID id) {
        return Mono.error(() -> new RefusedRequest(ProblemType.NOT_FOUND, "There is no %s %s.".formatted(what, id)));
    }
}
