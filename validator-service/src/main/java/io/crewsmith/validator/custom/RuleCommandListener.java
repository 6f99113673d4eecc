package io.crewsmith.validator.custom;

import io.crewsmith.events.v1.DeleteRule;
import io.crewsmith.events.v1.SaveMode;
import io.crewsmith.events.v1.SaveRule;
import io.crewsmith.platform.events.Received;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.schemas.Topics;
import io.crewsmith.validator.model.custom.Decision;
import io.crewsmith.validator.model.custom.RulePolicy;
import io.crewsmith.validator.model.custom.SavedRules;
import java.util.function.Function;
import org.springframework.kafka.annotation.KafkaListener;

/**
 * Takes what administrators want of the custom rules. All commands about a rule come to one instance, one after the
 * other, and each waits until that instance has read what became of the last one.
 */
class RuleCommandListener {

    private final RuleTopicReader reader;
    private final RuleTopic topic;
    private final RulePolicy policy;
    private final EventPublisher publisher;

    RuleCommandListener(RuleTopicReader reader, RuleTopic topic, RulePolicy policy, EventPublisher publisher) {
        this.reader = reader;
        this.topic = topic;
        this.policy = policy;
        this.publisher = publisher;
    }

    @KafkaListener(topics = Topics.COMMANDS, groupId = "validator-service-rules")
    void on(Received received) {
        switch (received.event()) {
            case SaveRule save ->
                answer(
                        received,
                        save.getRule(),
                        saved -> policy.save(
                                saved,
                                save.getRule(),
                                save.getMode() == SaveMode.CREATE,
                                save.getExpectedRevision(),
                                save.getText()));
            case DeleteRule delete ->
                answer(
                        received,
                        delete.getRule(),
                        saved -> policy.delete(saved, delete.getRule(), delete.getExpectedRevision()));
            default -> {}
        }
    }

    private void answer(Received received, String rule, Function<SavedRules, Decision> decision) {
        reader.catchUp();
        if (!topic.ask(saved -> saved.isAnswered(received.eventId().toString()))) {
            publisher.publish(Topics.RULES, RuleEvents.answer(received, rule, topic.ask(decision)));
        }
    }
}
