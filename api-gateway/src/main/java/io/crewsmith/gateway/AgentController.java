package io.crewsmith.gateway;

import io.crewsmith.events.v1.DeleteAgent;
import io.crewsmith.events.v1.SaveAgent;
import io.crewsmith.events.v1.SaveMode;
import io.crewsmith.gateway.ledger.LedgerQueries;
import io.crewsmith.gateway.model.Agent;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Agents: create, read, replace, delete. */
@RestController
@RequestMapping("/api/agents")
class AgentController {

    private final Commands commands;
    private final Outcomes outcomes;
    private final LedgerQueries ledger;
    private final AgentBodies bodies;
    private final Clock clock;

    AgentController(Commands commands, Outcomes outcomes, LedgerQueries ledger, AgentBodies bodies, Clock clock) {
        this.commands = commands;
        this.outcomes = outcomes;
        this.ledger = ledger;
        this.bodies = bodies;
        this.clock = clock;
    }

    @PostMapping
    Mono<ResponseEntity<JsonNode>> create(
            @RequestBody byte[] body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            Principal principal) {
        AgentBodies.Submission submission = bodies.read(body);
        var caller = Caller.of(principal.getName(), idempotencyKey, "POST /api/agents");
        UUID agentId = submission.agentId().orElseGet(caller::newId);
        var command = new SaveAgent(
                caller.beginning(agentId, clock.instant()), SaveMode.CREATE, null, submission.canonicalConfiguration());
        return commands.carryOut(command, Outcomes.OF_SAVING)
                .map(outcomes::accepted)
                .flatMap(saved -> ledger.agent(agentId))
                .map(agent -> ResponseEntity.created(location(agentId))
                        .eTag(etag(agent))
                        .body(bodies.write(agent)))
                .switchIfEmpty(later(agentId));
    }

    @GetMapping
    Mono<Page<JsonNode>> list(
            @RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "50") int limit) {
        int size = Page.size(limit);
        Texts.requireStorable("", cursor);
        return ledger.agents(cursor, size)
                .collectList()
                .map(agents -> Page.of(agents, size, Agent::key).map(bodies::write));
    }

    @GetMapping("/{agentId}")
    Mono<ResponseEntity<JsonNode>> read(@PathVariable UUID agentId) {
        return existing(agentId).map(this::ok);
    }

    @PutMapping("/{agentId}")
    Mono<ResponseEntity<JsonNode>> replace(
            @PathVariable UUID agentId,
            @RequestBody byte[] body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            Principal principal) {
        AgentBodies.Submission submission = bodies.read(body);
        submission.requireAgentId(agentId);
        var caller = Caller.of(principal.getName(), idempotencyKey, "PUT /api/agents/" + agentId);
        var command = new SaveAgent(
                caller.beginning(agentId, clock.instant()),
                SaveMode.REPLACE,
                Revisions.expected(ifMatch),
                submission.canonicalConfiguration());
        return existing(agentId)
                .then(commands.carryOut(command, Outcomes.OF_SAVING))
                .map(outcomes::accepted)
                .flatMap(saved -> ledger.agent(agentId))
                .map(this::ok)
                .switchIfEmpty(later(agentId));
    }

    @DeleteMapping("/{agentId}")
    Mono<ResponseEntity<Void>> delete(
            @PathVariable UUID agentId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal principal) {
        var caller = Caller.of(principal.getName(), null, "DELETE /api/agents/" + agentId);
        var command = new DeleteAgent(caller.beginning(agentId, clock.instant()), Revisions.expected(ifMatch));
        return existing(agentId)
                .then(commands.carryOut(command, Outcomes.OF_DELETING))
                .map(outcomes::accepted)
                .map(deleted -> ResponseEntity.noContent().<Void>build())
                .switchIfEmpty(Mono.fromSupplier(() ->
                        ResponseEntity.accepted().location(location(agentId)).build()));
    }

    private Mono<Agent> existing(UUID agentId) {
        return ledger.agent(agentId)
                .switchIfEmpty(Mono.error(
                        () -> new RefusedRequest(ProblemType.NOT_FOUND, "There is no agent %s.".formatted(agentId))));
    }

    private ResponseEntity<JsonNode> ok(Agent agent) {
        return ResponseEntity.ok().eTag(etag(agent)).body(bodies.write(agent));
    }

    private static Mono<ResponseEntity<JsonNode>> later(UUID agentId) {
        return Mono.fromSupplier(
                () -> ResponseEntity.accepted().location(location(agentId)).build());
    }

    private static String etag(Agent agent) {
        return Revisions.etag(agent.revision());
    }

    private static URI location(UUID agentId) {
        return URI.create("/api/agents/" + agentId);
    }
}
