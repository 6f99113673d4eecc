package io.crewsmith.gateway;

import io.crewsmith.gateway.ledger.LedgerQueries;
import io.crewsmith.gateway.ledger.LedgerSignals;
import io.crewsmith.gateway.model.TrailEntry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail: of one run, and live. */
@RestController
class AuditController {

    private static final int CHUNK = 200;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final LedgerQueries ledger;
    private final LedgerSignals signals;
    private final JsonMapper json;

    AuditController(LedgerQueries ledger, LedgerSignals signals, JsonMapper json) {
        this.ledger = ledger;
        this.signals = signals;
        this.json = json;
    }

    /** Everything that happened to an agent or a crew, in its order; after a position, at most so many entries. */
    @GetMapping(path = "/api/audit", params = "!run_id")
    Mono<List<TrailBody>> trailOf(
            @RequestParam(name = "agent_id", required = false) @Nullable UUID agentId,
            @RequestParam(name = "crew_id", required = false) @Nullable UUID crewId,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "200") int limit) {
        UUID subject = agentId == null ? crewId : agentId;
        if (subject == null) {
            throw new RefusedRequest(ProblemType.MALFORMED, "Say whose trail: run_id, agent_id or crew_id is missing.");
        }
        return ledger.trailOf(subject, after, Page.size(limit)).map(this::body).collectList();
    }

    /** Everything that happened in a run, in its order. */
    @GetMapping(path = "/api/audit", params = "run_id")
    Mono<List<TrailBody>> trail(@RequestParam("run_id") UUID runId) {
        return ledger.trail(runId).map(this::body).collectList().doOnNext(entries -> {
            if (entries.isEmpty()) {
                throw new RefusedRequest(ProblemType.NOT_FOUND, "There is no run %s.".formatted(runId));
            }
        });
    }

    /**
     * Entries as they come; after {@code Last-Event-ID} where one is given, so that a reconnect loses nothing. Who has
     * read up to a position already, and cannot send headers, says so by {@code after}.
     */
    @GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<TrailBody>> live(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(name = "run_id", required = false) @Nullable UUID runId) {
        Mono<Long> start = Mono.justOrEmpty(Optional.ofNullable(lastEventId).or(() -> Optional.ofNullable(after)))
                .switchIfEmpty(ledger.newestPosition());
        return start.flatMapMany(position -> after(new AtomicLong(position)))
                .filter(entry -> runId == null || runId.equals(entry.runId()))
                .map(entry -> ServerSentEvent.builder(body(entry))
                        .id(String.valueOf(entry.position()))
                        .event(entry.type())
                        .build())
                // The first at once: only with it does the reader learn that it is connected.
                .mergeWith(Flux.interval(Duration.ZERO, HEARTBEAT)
                        .map(tick -> ServerSentEvent.<TrailBody>builder()
                                .comment("alive")
                                .build()));
    }

    private Flux<TrailEntry> after(AtomicLong position) {
        return Flux.merge(signals.all().map(run -> true), Flux.just(true))
                .onBackpressureLatest()
                .concatMap(signal -> chunk(position), 1);
    }

    private Flux<TrailEntry> chunk(AtomicLong position) {
        return Flux.defer(() -> ledger.entriesAfter(position.get(), CHUNK))
                .doOnNext(entry -> position.set(entry.position()))
                .collectList()
                .flatMapMany(entries -> entries.size() < CHUNK
                        ? Flux.fromIterable(entries)
                        : Flux.fromIterable(entries).concatWith(Flux.defer(() -> chunk(position))));
    }

    private TrailBody body(TrailEntry entry) {
        return TrailBody.of(entry, json);
    }
}
