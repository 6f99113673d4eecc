package io.crewsmith.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crewsmith.events.v1.PastModule;
import io.crewsmith.events.v1.RuleDryRunCompleted;
import io.crewsmith.events.v1.RuleDryRunRequested;
import io.crewsmith.events.v1.RuleEffect;
import io.crewsmith.gateway.ledger.RuleQueries;
import io.crewsmith.gateway.model.PastRun;
import io.crewsmith.platform.events.Envelopes;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tries a custom rule on the code of earlier runs. Nothing is stored, and nothing changes. */
@RestController
class DryRunController {

    private static final int MOST_RUNS = 500;
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    /** A quarter of what a record may hold, and what is tried well within a request's wait. */
    private static final int CHUNK_BYTES = 1024 * 1024;

    private static final int CHUNK_RUNS = 50;
    private static final int AT_ONCE = 2;

    private final DraftLane drafts;
    private final RuleQueries ledger;
    private final Clock clock;

    DryRunController(DraftLane drafts, RuleQueries ledger, Clock clock) {
        this.drafts = drafts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The body is the rule, as YAML or JSON; it is tried on the newest runs, 1 to 500 of them. */
    @PostMapping(
            path = "/api/custom-rules/dry-run",
            consumes = {MediaType.APPLICATION_JSON_VALUE, CustomRuleController.YAML})
    Mono<DryRunBody> dryRun(@RequestBody byte[] body, @RequestParam(defaultValue = "200") int limit, Principal caller) {
        if (limit < 1 || limit > MOST_RUNS) {
            throw RefusedRequest.invalid("", "limit must be between 1 and %d, but is %d.".formatted(MOST_RUNS, limit));
        }
        RuleText rule = RuleText.of(body);
        Instant start = clock.instant();
        return ledger.pastRuns(limit, MOST_BYTES)
                .collectList()
                .flatMap(runs -> effects(rule, runs, caller)
                        .collectList()
                        .map(effects ->
                                DryRunBody.of(rule.id(), runs, effects, Duration.between(start, clock.instant()))));
    }

    private Flux<RuleEffect> effects(RuleText rule, List<PastRun> runs, Principal caller) {
        return Flux.fromIterable(chunks(runs))
                .flatMap(chunk -> ask(rule, chunk, caller), AT_ONCE)
                .flatMapIterable(RuleDryRunCompleted::getEffects);
    }

    private Mono<RuleDryRunCompleted> ask(RuleText rule, List<PastModule> modules, Principal caller) {
        return Mono.defer(() -> {
                    var id = Envelopes.newId();
                    return drafts.ask(new RuleDryRunRequested(
                            Envelopes.first(id, id, id, caller.getName(), clock.instant()), rule.text(), modules));
                })
                .switchIfEmpty(Mono.error(() -> new RefusedRequest(
                        ProblemType.TIMEOUT, "The trial took too long. Try the rule on fewer runs (limit).")))
                .map(RuleDryRunCompleted.class::cast)
                .doOnNext(DryRunController::requireSound);
    }

    private static void requireSound(RuleDryRunCompleted answer) {
        if (!answer.getProblems().isEmpty()) {
            throw new RefusedRequest(
                    ProblemType.INVALID,
                    answer.getProblems().getFirst().getMessage(),
                    answer.getProblems().stream()
                            .map(problem ->
                                    new FieldProblem(problem.getPointer(), problem.getCode(), problem.getMessage()))
                            .toList());
        }
    }

    /** Pieces that fit into records; one at least, since the rule itself is to be judged in any case. */
    private static List<List<PastModule>> chunks(List<PastRun> runs) {
        List<List<PastModule>> chunks = new ArrayList<>(List.of(new ArrayList<>()));
        int bytes = 0;
        for (PastRun run : runs) {
            int size = run.code().getBytes(UTF_8).length;
            if (bytes + size > CHUNK_BYTES || chunks.getLast().size() == CHUNK_RUNS) {
                chunks.add(new ArrayList<>());
                bytes = 0;
            }
            bytes += size;
            chunks.getLast().add(new PastModule(run.deploymentId().toString(), run.code()));
        }
        return chunks;
    }
}
