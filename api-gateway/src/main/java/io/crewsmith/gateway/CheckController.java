package io.crewsmith.gateway;

import static java.util.Objects.requireNonNull;

import io.crewsmith.events.v1.ReportChecks;
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

/** Where any system of continuous integration says how its checks of a deployment went. */
@RestController
class CheckController {

    private final DeploymentDesk desk;
    private final Clock clock;

    CheckController(DeploymentDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @PostMapping("/api/code-deployments/{deploymentId}/checks")
    Mono<ResponseEntity<DeploymentBody>> report(
            @PathVariable UUID deploymentId,
            @RequestBody CheckReportBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            Principal principal) {
        var caller = Caller.of(principal.getName(), idempotencyKey, "checks " + deploymentId);
        body.require();
        return desk.about(
                deploymentId, run -> command(caller, body, body.requireCommit(run)), Outcomes.OF_REPORTING_CHECKS);
    }

    private ReportChecks command(Caller caller, CheckReportBody body, Deployment run) {
        return new ReportChecks(
                caller.about(run.id(), run.agentId(), clock.instant()),
                body.toResult(),
                body.storedDetails(),
                requireNonNull(run.codeDigest()));
    }
}
