package io.crewsmith.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.crewsmith.catalogue.Kind;
import io.crewsmith.events.v1.Envelope;
import io.crewsmith.events.v1.GenerateCode;
import io.crewsmith.events.v1.GenerationRequest;
import io.crewsmith.events.v1.RetryStage;
import io.crewsmith.events.v1.RollBack;
import io.crewsmith.events.v1.SubmitForReview;
import io.crewsmith.gateway.model.Deployment;
import java.security.Principal;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What can be done with the code of an agent or a crew: generate, submit, review, roll back. */
@RestController
class DeploymentController {

    private static final String KEY = "Idempotency-Key";

    private final DeploymentDesk desk;
    private final Clock clock;

    DeploymentController(DeploymentDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * The request of the source design: both false where they are missing.
     *
     * @param revises the run that this one takes the place of; where it is missing, the newest that a reviewer wants changed
     */
    record Generation(
            @JsonProperty("create_pr") @Nullable Boolean createPr,
            @JsonProperty("deploy_immediately") @Nullable Boolean deployImmediately,
            @Nullable String revises) {

        GenerationRequest toRequest() {
            return new GenerationRequest(Boolean.TRUE.equals(createPr), Boolean.TRUE.equals(deployImmediately));
        }
    }

    record Submission(@JsonProperty("create_pr") @Nullable Boolean createPr) {}

    record Rollback(
            @JsonProperty("rollback_to_version") @Nullable String rollbackToVersion) {}

    @PostMapping("/api/agents/{agentId}/generate-code")
    Mono<ResponseEntity<DeploymentBody>> generateAgent(
            @PathVariable UUID agentId,
            @RequestBody(required = false) @Nullable Generation body,
            @RequestHeader(name = KEY, required = false) @Nullable String idempotencyKey,
            Principal principal) {
        return generate(
                Kind.AGENT, agentId, body, Caller.of(principal.getName(), idempotencyKey, "generate-code " + agentId));
    }

    @PostMapping("/api/crews/{crewId}/generate-code")
    Mono<ResponseEntity<DeploymentBody>> generateCrew(
            @PathVariable UUID crewId,
            @RequestBody(required = false) @Nullable Generation body,
            @RequestHeader(name = KEY, required = false) @Nullable String idempotencyKey,
            Principal principal) {
        return generate(
                Kind.CREW, crewId, body, Caller.of(principal.getName(), idempotencyKey, "generate-code " + crewId));
    }

    private Mono<ResponseEntity<DeploymentBody>> generate(
            Kind kind, UUID id, @Nullable Generation body, Caller caller) {
        Generation wanted = body == null ? new Generation(null, null, null) : body;
        Texts.requireUuid("/revises", wanted.revises());
        GenerationRequest request = wanted.toRequest();
        boolean forReview = request.getCreatePullRequest() || request.getDeployImmediately();
        return desk.begin(
                kind,
                id,
                toChange -> new GenerateCode(
                        caller.beginning(id, clock.instant()),
                        request,
                        wanted.revises() == null ? toChange : wanted.revises()),
                forReview ? Outcomes.OF_GENERATING_FOR_REVIEW : Outcomes.OF_GENERATING);
    }

    @PostMapping("/api/code-deployments/{deploymentId}/submit")
    Mono<ResponseEntity<DeploymentBody>> submit(
            @PathVariable UUID deploymentId,
            @RequestBody(required = false) @Nullable Submission body,
            @RequestHeader(name = KEY, required = false) @Nullable String idempotencyKey,
            Principal principal) {
        var caller = Caller.of(principal.getName(), idempotencyKey, "submit " + deploymentId);
        boolean createPr = body != null && Boolean.TRUE.equals(body.createPr());
        return desk.about(
                deploymentId, run -> new SubmitForReview(about(caller, run), createPr), Outcomes.OF_SUBMITTING);
    }

    @PostMapping("/api/code-deployments/{deploymentId}/rollback")
    Mono<ResponseEntity<DeploymentBody>> rollBack(
            @PathVariable UUID deploymentId,
            @RequestBody(required = false) @Nullable Rollback body,
            @RequestHeader(name = KEY, required = false) @Nullable String idempotencyKey,
            Principal principal) {
        var caller = Caller.of(principal.getName(), idempotencyKey, "rollback " + deploymentId);
        String target = body == null ? null : body.rollbackToVersion();
        Texts.requireUuid("/rollback_to_version", target);
        return desk.about(deploymentId, run -> new RollBack(about(caller, run), target), Outcomes.OF_ROLLING_BACK);
    }

    /** Goes on with a run that Git or the deployment paused, once a person has resolved why. */
    @PostMapping("/api/code-deployments/{deploymentId}/resume")
    Mono<ResponseEntity<DeploymentBody>> resume(
            @PathVariable UUID deploymentId,
            @RequestHeader(name = KEY, required = false) @Nullable String idempotencyKey,
            Principal principal) {
        var caller = Caller.of(principal.getName(), idempotencyKey, "resume " + deploymentId);
        return desk.about(deploymentId, run -> new RetryStage(about(caller, requirePaused(run))), Outcomes.OF_RESUMING);
    }

    private static Deployment requirePaused(Deployment run) {
        if (!run.resumable()) {
            throw new RefusedRequest(
                    ProblemType.WRONG_STATE,
                    "Only a run that Git or the deployment stopped can be resumed; this one is %s."
                            .formatted(run.status()));
        }
        return run;
    }

    private Envelope about(Caller caller, Deployment run) {
        return caller.about(run.id(), run.agentId(), clock.instant());
    }
}
