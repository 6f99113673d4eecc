package io.crewsmith.gateway;

import io.crewsmith.events.v1.DraftFailed;
import io.crewsmith.events.v1.DraftScanned;
import io.crewsmith.platform.events.Envelopes;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.schemas.Topics;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Asks the pipeline for previews and scans that leave no trace. Each instance reads all answers and keeps its own. */
@Component
class DraftLane {

    private final EventPublisher publisher;
    private final GatewaySettings settings;
    private final Map<UUID, Sinks.One<SpecificRecord>> waiting = new ConcurrentHashMap<>();

    DraftLane(EventPublisher publisher, GatewaySettings settings) {
        this.publisher = publisher;
        this.settings = settings;
    }

    /** The answer to a request; empty if none came within the wait. */
    Mono<SpecificRecord> ask(SpecificRecord request) {
        UUID runId = UUID.fromString(Envelopes.of(request).getRunId());
        Sinks.One<SpecificRecord> answer = Sinks.one();
        return Mono.defer(() -> {
                    waiting.put(runId, answer);
                    return Mono.fromFuture(() -> publisher.send(Topics.DRAFTS, request))
                            .then(answer.asMono());
                })
                .timeout(settings.answerWithin(), Mono.empty())
                .doFinally(signal -> waiting.remove(runId));
    }

    /** The judged code of a request; a problem where it could not be rendered or no answer came. */
    Mono<DraftScanned> scanned(SpecificRecord request) {
        return ask(request)
                .switchIfEmpty(Mono.error(() -> new RefusedRequest(
                        ProblemType.TIMEOUT, "The pipeline did not answer in time. Send the request again.")))
                .map(DraftLane::scannedOrRefused);
    }

    private static DraftScanned scannedOrRefused(SpecificRecord answer) {
        if (answer instanceof DraftFailed failed) {
            throw new RefusedRequest(ProblemType.GENERATION_FAILED, failed.getReason());
        }
        return (DraftScanned) answer;
    }

    @KafkaListener(topics = Topics.DRAFT_SCANS, groupId = "api-gateway-drafts-#{T(java.util.UUID).randomUUID()}")
    void on(Received received) {
        Sinks.One<SpecificRecord> answer =
                waiting.get(UUID.fromString(received.envelope().getRunId()));
        if (answer != null) {
            answer.tryEmitValue(received.event());
        }
    }
}
