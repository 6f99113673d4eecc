package io.crewsmith.gateway;

import io.crewsmith.gateway.ledger.LedgerQueries;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Deployments, one and many. */
@RestController
@RequestMapping("/api/code-deployments")
class DeploymentQueryController {

    private final DeploymentDesk desk;
    private final LedgerQueries ledger;

    DeploymentQueryController(DeploymentDesk desk, LedgerQueries ledger) {
        this.desk = desk;
        this.ledger = ledger;
    }

    /** Deployments, the newest first. */
    @GetMapping
    Mono<Page<DeploymentBody>> list(
            @RequestParam(name = "agent_id", required = false) @Nullable UUID agentId,
            @RequestParam(name = "crew_id", required = false) @Nullable UUID crewId,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Page.size(limit);
        return ledger.deployments(agentId == null ? crewId : agentId, cursor, size)
                .collectList()
                .map(found -> Page.of(found, size, deployment -> deployment.id().toString())
                        .map(desk::body));
    }

    @GetMapping("/{deploymentId}")
    Mono<DeploymentBody> read(@PathVariable UUID deploymentId) {
        return desk.deployment(deploymentId).map(desk::body);
    }
}
