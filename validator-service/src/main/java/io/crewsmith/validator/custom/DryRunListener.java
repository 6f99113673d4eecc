package io.crewsmith.validator.custom;

import io.crewsmith.events.v1.RuleDryRunCompleted;
import io.crewsmith.events.v1.RuleDryRunRequested;
import io.crewsmith.events.v1.RuleEffect;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.schemas.Topics;
import io.crewsmith.validator.model.Validator;
import io.crewsmith.validator.model.custom.CustomRule;
import io.crewsmith.validator.model.custom.DryRun;
import io.crewsmith.validator.model.custom.Loading;
import io.crewsmith.validator.model.custom.RuleLoader;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;

/** Tries rules on earlier code, without a trace. */
class DryRunListener {

    private final RuleLoader loader;
    private final Validator validator;
    private final RuleTopic topic;
    private final EventPublisher publisher;

    DryRunListener(RuleLoader loader, Validator validator, RuleTopic topic, EventPublisher publisher) {
        this.loader = loader;
        this.validator = validator;
        this.topic = topic;
        this.publisher = publisher;
    }

    @KafkaListener(topics = Topics.DRAFTS, groupId = "validator-service-dry-runs")
    void on(Received received) {
        if (received.event() instanceof RuleDryRunRequested request) {
            publisher.publish(Topics.DRAFT_SCANS, tried(received, request));
        }
    }

    private RuleDryRunCompleted tried(Received received, RuleDryRunRequested request) {
        var envelope = received.followedBy(RuleDryRunCompleted.class);
        return switch (loader.load(request.getText())) {
            case Loading.Refused refused ->
                new RuleDryRunCompleted(envelope, RuleEvents.problems(refused.problems()), List.of());
            case Loading.Accepted accepted ->
                new RuleDryRunCompleted(envelope, List.of(), effects(accepted.rule(), request));
        };
    }

    private List<RuleEffect> effects(CustomRule rule, RuleDryRunRequested request) {
        var dryRun = new DryRun(validator, topic.get(), rule);
        return request.getModules().stream()
                .flatMap(module -> dryRun.on(module.getCode()).stream()
                        .map(effect -> RuleEvents.effect(module.getRunId(), effect)))
                .toList();
    }
}
