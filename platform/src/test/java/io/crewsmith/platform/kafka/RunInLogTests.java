package io.crewsmith.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.events.v1.AgentRemoved;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.platform.events.Received;
import io.crewsmith.testsupport.Samples;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** What every line of the log says besides its text. */
class RunInLogTests {

    private final RunInLog log = new RunInLog();
    private final Consumer<String, Received> consumer = new MockConsumer<>("earliest");

    @Test
    void whileAnEventIsProcessedItsRunAndItsActorAreInTheLog() {
        ConsumerRecord<String, Received> record = removalBy("ann");

        log.intercept(record, consumer);

        assertThat(MDC.get("run_id")).isEqualTo(record.value().envelope().getRunId());
        assertThat(MDC.get("actor")).isEqualTo("ann");
    }

    @Test
    void afterwardsTheyAreNot() {
        ConsumerRecord<String, Received> record = removalBy("ann");
        log.intercept(record, consumer);

        log.success(record, consumer);
        log.afterRecord(record, consumer);

        assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    }

    private static ConsumerRecord<String, Received> removalBy(String actor) {
        var removal = new AgentRemoved(Samples.envelope(UUID.randomUUID(), actor));
        return new ConsumerRecord<>("topic", 0, 0, "key", new Received(removal, new EventCodec().encode(removal)));
    }
}
