package io.crewsmith.gateway.ledger;

import io.crewsmith.platform.events.Received;
import io.crewsmith.schemas.Topics;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

/** Records every topic of the audit trail. What cannot be read has no value here; its reader makes it a dead letter. */
class LedgerListener {

    private final Ledger ledger;

    LedgerListener(Ledger ledger) {
        this.ledger = ledger;
    }

    @KafkaListener(
            topics = {
                Topics.COMMANDS,
                Topics.AGENT_CHANGES,
                Topics.AGENTS,
                Topics.CODE,
                Topics.SCANS,
                Topics.RULES,
                Topics.REVIEWS,
                Topics.COMMITS,
                Topics.DEPLOYMENTS,
                Topics.INCIDENTS
            },
            groupId = "api-gateway-ledger",
            containerFactory = "batchListenerContainerFactory")
    void on(List<ConsumerRecord<String, Received>> records) {
        List<Entry> entries = records.stream()
                .filter(record -> Objects.nonNull(record.value()))
                .map(Entry::of)
                .toList();
        ledger.record(entries);
    }
}
