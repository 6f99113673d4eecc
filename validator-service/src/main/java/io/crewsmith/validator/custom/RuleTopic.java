package io.crewsmith.validator.custom;

import io.crewsmith.events.v1.RuleDeleted;
import io.crewsmith.events.v1.RuleSaved;
import io.crewsmith.platform.events.Received;
import io.crewsmith.schemas.Topics;
import io.crewsmith.validator.model.custom.FixedRules;
import io.crewsmith.validator.model.custom.RuleBook;
import io.crewsmith.validator.model.custom.SavedRules;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the topic of rules says, as far as it was read; and the rules in force by it. Safe for many threads. */
final class RuleTopic implements Supplier<RuleBook> {

    private static final Logger log = LoggerFactory.getLogger(RuleTopic.class);

    private final FixedRules fixed;
    private final SavedRules saved = new SavedRules();
    private volatile RuleBook book = unknown("they have not been read yet");

    RuleTopic(FixedRules fixed) {
        this.fixed = fixed;
    }

    /** The rules in force; nothing passes by them while they are not known for sure. */
    @Override
    public RuleBook get() {
        return book;
    }

    /** Asks something about the saved rules while nobody changes them. */
    synchronized <T> T ask(Function<SavedRules, T> question) {
        return question.apply(saved);
    }

    /** Takes records in their order; one without a readable event is nobody's word and is passed over. */
    synchronized void read(ConsumerRecords<String, Received> records) {
        for (ConsumerRecord<String, Received> record : records) {
            if (record.value() == null) {
                log.error("{}, offset {}: no event; it is passed over", Topics.RULES, record.offset());
            } else {
                read(record.value());
            }
        }
    }

    /** From now on the rules are those that were read. */
    synchronized void known() {
        RuleBook next = saved.book(fixed);
        if (!next.version().equals(book.version()) || !next.flaws().equals(book.flaws())) {
            log.info("{} custom rules are in force, version '{}'", next.rules().size(), next.version());
            next.flaws().forEach(flaw -> log.error("Nothing passes: {}", flaw));
        }
        book = next;
    }

    /** From now on nothing passes, since the rules are not known. */
    void lost(Exception failure) {
        log.error("The custom rules can no longer be followed, so nothing passes: start the service anew", failure);
        book = unknown("they can no longer be followed: %s".formatted(failure));
    }

    private void read(Received received) {
        String cause = received.envelope().getCausationId();
        if (!saved.answer(cause == null ? received.envelope().getEventId() : cause)) {
            return;
        }
        switch (received.event()) {
            case RuleSaved event -> saved.save(event.getRule(), event.getRevision(), event.getText());
            case RuleDeleted event -> saved.delete(event.getRule(), event.getRevision());
            default -> {}
        }
    }

    private static RuleBook unknown(String why) {
        return new RuleBook("custom.unknown", List.of(), List.of("the custom rules are not known, " + why));
    }
}
