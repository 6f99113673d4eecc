package io.crewsmith.gateway;

import io.crewsmith.events.v1.Envelope;
import io.crewsmith.gateway.ledger.LedgerQueries;
import io.crewsmith.platform.events.Envelopes;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.platform.kafka.TraceParent;
import io.crewsmith.schemas.Topics;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Appends commands. One about a run that began earlier goes on in that run's trace, so that a run is one trace from its
 * first request to its deployment, however long people take in between.
 */
@Component
class CommandTopic {

    private final EventPublisher publisher;
    private final LedgerQueries ledger;
    private final TraceParent traces;

    CommandTopic(EventPublisher publisher, LedgerQueries ledger, TraceParent traces) {
        this.publisher = publisher;
        this.ledger = ledger;
        this.traces = traces;
    }

    Mono<Void> append(SpecificRecord command) {
        return earlierTrace(Envelopes.of(command))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(trace -> append(command, trace.orElse(null)));
    }

    private Mono<Void> append(SpecificRecord command, @Nullable String trace) {
        return Mono.fromFuture(() -> traces.continuing(trace, () -> publisher.send(Topics.COMMANDS, command)))
                .then();
    }

    private Mono<String> earlierTrace(Envelope envelope) {
        return envelope.getEventId().equals(envelope.getRunId())
                ? Mono.empty()
                : ledger.traceParent(UUID.fromString(envelope.getRunId()));
    }
}
