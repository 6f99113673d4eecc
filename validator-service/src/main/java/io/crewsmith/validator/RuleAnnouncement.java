package io.crewsmith.validator;

import io.crewsmith.events.v1.Confidence;
import io.crewsmith.events.v1.Layer;
import io.crewsmith.events.v1.RuleDescription;
import io.crewsmith.events.v1.RulesAnnounced;
import io.crewsmith.events.v1.Severity;
import io.crewsmith.platform.events.Digests;
import io.crewsmith.platform.events.Envelopes;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.schemas.Topics;
import io.crewsmith.validator.model.RuleCatalogue;
import io.crewsmith.validator.model.RuleExamples;
import io.crewsmith.validator.model.Validator;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Says on the topic of the scans which rules this validator applies, once it is up. */
class RuleAnnouncement {

    private static final Logger log = LoggerFactory.getLogger(RuleAnnouncement.class);
    private static final String SERVICE = "validator-service";

    private final EventPublisher publisher;
    private final Clock clock;

    RuleAnnouncement(EventPublisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    /** The id follows from the rules, so readers recognise what they have seen; only a change is news to them. */
    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        publisher.send(Topics.SCANS, announcement()).whenComplete((sent, failure) -> {
            if (failure != null) {
                log.warn(
                        "The rules were not announced, so /api/rules may be out of date: restart to try again",
                        failure);
            }
        });
    }

    private RulesAnnounced announcement() {
        List<RuleDescription> rules =
                RuleCatalogue.all().stream().map(RuleAnnouncement::description).toList();
        UUID subject = Envelopes.namedId(SERVICE);
        UUID id = Envelopes.namedId(Validator.POLICY_VERSION + Digests.sha256(rules.toString()));
        return new RulesAnnounced(
                Envelopes.first(id, id, subject, SERVICE, clock.instant()), Validator.POLICY_VERSION, rules);
    }

    private static RuleDescription description(io.crewsmith.validator.model.RuleDescription rule) {
        RuleExamples examples = RuleExamples.of(rule.id());
        return new RuleDescription(
                rule.id(),
                Layer.valueOf(rule.layer().name()),
                Severity.valueOf(rule.severity().name()),
                Confidence.valueOf(rule.confidence().name()),
                rule.cwe(),
                rule.title(),
                rule.danger(),
                rule.remedy(),
                examples.bad(),
                examples.good());
    }
}
