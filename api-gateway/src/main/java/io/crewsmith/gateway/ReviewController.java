package io.crewsmith.gateway;

import io.crewsmith.events.v1.DecideReview;
import io.crewsmith.gateway.ledger.ReviewQueries;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Reviews of a deployment: what people decide, and what they decided so far. */
@RestController
@RequestMapping("/api/code-deployments/{deploymentId}")
class ReviewController {

    private static final String ROLE = "ROLE_";

    private final DeploymentDesk desk;
    private final ReviewQueries ledger;
    private final JsonMapper json;
    private final Clock clock;

    ReviewController(DeploymentDesk desk, ReviewQueries ledger, JsonMapper json, Clock clock) {
        this.desk = desk;
        this.ledger = ledger;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/review")
    Mono<ResponseEntity<DeploymentBody>> review(
            @PathVariable UUID deploymentId,
            @RequestBody ReviewBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            Authentication reviewer) {
        var caller = Caller.of(reviewer.getName(), idempotencyKey, "review " + deploymentId);
        body.require();
        return desk.about(
                deploymentId,
                run -> new DecideReview(
                        caller.about(run.id(), run.agentId(), clock.instant()),
                        body.toDecision(),
                        body.storedComments(),
                        body.toLineComments(),
                        body.codeDigest(),
                        roles(reviewer)),
                Outcomes.OF_DECIDING);
    }

    /** Every decision about the deployment, the first first. */
    @GetMapping("/reviews")
    Flux<DecisionBody> reviews(@PathVariable UUID deploymentId) {
        return desk.deployment(deploymentId)
                .thenMany(ledger.decisions(deploymentId).map(entry -> DecisionBody.of(entry, json)));
    }

    private static List<String> roles(Authentication reviewer) {
        return reviewer.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(ROLE))
                .map(authority -> authority.substring(ROLE.length()))
                .sorted()
                .toList();
    }
}
