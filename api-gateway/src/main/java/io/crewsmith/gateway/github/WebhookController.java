package io.crewsmith.gateway.github;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes the deliveries of GitHub's webhooks. Nobody signs in here: the signature is what says who sends. */
@RestController
@ConditionalOnProperty(WebhookSettings.ENABLED)
class WebhookController {

    private static final Logger log = LoggerFactory.getLogger(WebhookController.class);

    /** GitHub waits for ten seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Signatures signatures;
    private final Deliveries deliveries;
    private final DeliveryMetrics metrics;
    private final JsonMapper json;

    WebhookController(Signatures signatures, Deliveries deliveries, DeliveryMetrics metrics, JsonMapper json) {
        this.signatures = signatures;
        this.deliveries = deliveries;
        this.metrics = metrics;
        this.json = json;
    }

    @PostMapping(path = "/api/github/webhooks", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<DeliveryBody>> take(
            @RequestHeader("X-GitHub-Event") String event,
            @RequestHeader(name = "X-Hub-Signature-256", required = false) @Nullable String signature,
            @RequestBody byte[] payload) {
        if (!signatures.isRight(payload, signature)) {
            metrics.refused(event);
            throw new ResponseStatusException(
                    HttpStatus.UNAUTHORIZED, "The signature is missing or not made with the webhook's secret.");
        }
        return deliveries
                .take(event, read(event, payload))
                .onErrorMap(
                        WebClientException.class,
                        unanswered -> new ResponseStatusException(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "GitHub did not answer how the checks went.",
                                unanswered))
                .timeout(PATIENCE, Mono.error(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE)))
                .doOnError(failure -> metrics.refused(event))
                .map(outcome -> answer(event, outcome));
    }

    private JsonNode read(String event, byte[] payload) {
        try {
            return json.readTree(payload);
        } catch (JacksonException e) {
            metrics.refused(event);
            throw new ServerWebInputException("The payload cannot be read", null, e);
        }
    }

    private ResponseEntity<DeliveryBody> answer(String event, Outcome outcome) {
        metrics.count(event, outcome);
        var body = DeliveryBody.of(outcome);
        if (body.reason() != null) {
            log.debug("A delivery decides nothing: {}", body.reason());
        }
        return ResponseEntity.accepted().body(body);
    }
}
