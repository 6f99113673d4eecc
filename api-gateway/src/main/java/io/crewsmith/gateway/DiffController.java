package io.crewsmith.gateway;

import io.crewsmith.gateway.ledger.ReviewQueries;
import io.crewsmith.gateway.model.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What two versions of an agent or a crew differ in. */
@RestController
class DiffController {

    private final ReviewQueries ledger;
    private final JsonMapper json;

    DiffController(ReviewQueries ledger, JsonMapper json) {
        this.ledger = ledger;
        this.json = json;
    }

    /** Against the run that it takes the place of, else the active version, else the one before, where none is named. */
    @GetMapping("/api/code-deployments/{deploymentId}/diff")
    Mono<DiffBody> diff(@PathVariable UUID deploymentId, @RequestParam(required = false) @Nullable UUID against) {
        return version(deploymentId)
                .flatMap(version -> other(deploymentId, against).map(other -> {
                    if (!other.subject().equals(version.subject())) {
                        throw new RefusedRequest(
                                ProblemType.NOT_FOUND,
                                "The deployment %s is not one of the same agent or crew."
                                        .formatted(other.deploymentId()));
                    }
                    return DiffBody.of(other, version, json);
                }));
    }

    private Mono<Version> other(UUID deploymentId, @Nullable UUID against) {
        return against != null
                ? version(against)
                : ledger.versionBefore(deploymentId)
                        .switchIfEmpty(Mono.error(() -> new RefusedRequest(
                                ProblemType.NOT_FOUND, "There is no other version to compare it with.")));
    }

    private Mono<Version> version(UUID deploymentId) {
        return ledger.version(deploymentId)
                .switchIfEmpty(Mono.error(() -> new RefusedRequest(
                        ProblemType.NOT_FOUND, "There is no code of a deployment %s.".formatted(deploymentId))));
    }
}
