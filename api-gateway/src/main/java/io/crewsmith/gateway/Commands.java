package io.crewsmith.gateway;

import io.crewsmith.gateway.ledger.LedgerQueries;
import io.crewsmith.gateway.ledger.LedgerSignals;
import io.crewsmith.gateway.model.Effect;
import io.crewsmith.platform.events.Envelopes;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.schemas.Topics;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends commands and waits for what they lead to, woken by the ledger. */
@Component
class Commands {

    private final EventPublisher publisher;
    private final LedgerSignals signals;
    private final LedgerQueries ledger;
    private final GatewaySettings settings;

    Commands(EventPublisher publisher, LedgerSignals signals, LedgerQueries ledger, GatewaySettings settings) {
        this.publisher = publisher;
        this.signals = signals;
        this.ledger = ledger;
        this.settings = settings;
    }

    /** The first effect of one of these types; empty if none came within the wait. */
    Mono<Effect> carryOut(SpecificRecord command, List<String> outcomes) {
        UUID runId = UUID.fromString(Envelopes.of(command).getRunId());
        UUID commandId = UUID.fromString(Envelopes.of(command).getEventId());
        Mono<UUID> sending =
                Mono.fromFuture(() -> publisher.send(Topics.COMMANDS, command)).thenReturn(runId);
        return Flux.merge(signals.of(runId), sending)
                .onBackpressureLatest()
                .concatMap(signal -> ledger.effect(commandId, outcomes), 1)
                .next()
                .timeout(settings.answerWithin(), Mono.empty());
    }
}
