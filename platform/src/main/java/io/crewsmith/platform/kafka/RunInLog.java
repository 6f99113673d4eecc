package io.crewsmith.platform.kafka;

import io.crewsmith.events.v1.Envelope;
import io.crewsmith.platform.events.Received;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.kafka.listener.RecordInterceptor;

/**
 * Says in every line of the log to which run it belongs, as {@code run_id}, beside the trace that Micrometer puts there;
 * and logs each event that was processed.
 */
final class RunInLog implements RecordInterceptor<String, Received> {

    private static final Logger log = LoggerFactory.getLogger(RunInLog.class);
    private static final String RUN = "run_id";
    private static final String ACTOR = "actor";

    @Override
    public ConsumerRecord<String, Received> intercept(
            ConsumerRecord<String, Received> record, Consumer<String, Received> consumer) {
        Envelope envelope = record.value().envelope();
        MDC.put(RUN, envelope.getRunId());
        MDC.put(ACTOR, envelope.getActor());
        return record;
    }

    @Override
    public void success(ConsumerRecord<String, Received> record, Consumer<String, Received> consumer) {
        log.info("{} processed", record.value());
    }

    @Override
    public void afterRecord(ConsumerRecord<String, Received> record, Consumer<String, Received> consumer) {
        MDC.remove(RUN);
        MDC.remove(ACTOR);
    }
}
