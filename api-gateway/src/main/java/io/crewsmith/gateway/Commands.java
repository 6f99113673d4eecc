package io.crewsmith.gateway;

import io.crewsmith.gateway.ledger.LedgerQueries;
import io.crewsmith.gateway.ledger.LedgerSignals;
import io.crewsmith.gateway.model.Effect;
import io.crewsmith.platform.events.Envelopes;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends commands and waits for what they lead to, woken by the ledger. */
@Component
class Commands {

    private final CommandTopic topic;
    private final LedgerSignals signals;
    private final LedgerQueries ledger;
    private final GatewaySettings settings;
    private final JsonMapper json;

    Commands(
            CommandTopic topic,
            LedgerSignals signals,
            LedgerQueries ledger,
            GatewaySettings settings,
            JsonMapper json) {
        this.topic = topic;
        this.signals = signals;
        this.ledger = ledger;
        this.settings = settings;
        this.json = json;
    }

    /** The first effect of one of these types; empty if none came within the wait. */
    Mono<Effect> carryOut(SpecificRecord command, List<String> outcomes) {
        UUID runId = UUID.fromString(Envelopes.of(command).getRunId());
        UUID commandId = UUID.fromString(Envelopes.of(command).getEventId());
        Mono<Effect> known = ledger.effect(runId, commandId, outcomes);
        return sentBefore(commandId, command)
                .flatMap(sent -> Flux.merge(
                                signals.of(runId, outcomes)
                                        .onBackpressureLatest()
                                        .concatMap(signal -> known, 1),
                                sent ? known : topic.append(command).then(Mono.<Effect>empty()))
                        .next())
                .timeout(settings.answerWithin(), Mono.empty());
    }

    /** Whether this very command is under way already; only a command named by its caller can be. */
    private Mono<Boolean> sentBefore(UUID commandId, SpecificRecord command) {
        if (!Envelopes.isNamed(commandId)) {
            return Mono.just(false);
        }
        return ledger.event(commandId)
                .map(earlier -> {
                    if (!content(earlier).equals(content(command.toString()))) {
                        throw new RefusedRequest(
                                ProblemType.KEY_REUSED,
                                "The same Idempotency-Key came with another request before; take a new key.");
                    }
                    return true;
                })
                .defaultIfEmpty(false);
    }

    private JsonNode content(String event) {
        var content = (ObjectNode) json.readTree(event);
        content.remove("envelope");
        return content;
    }
}
