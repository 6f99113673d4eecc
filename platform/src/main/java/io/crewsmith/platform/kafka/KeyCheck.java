package io.crewsmith.platform.kafka;

import io.crewsmith.platform.events.MalformedEventException;
import io.crewsmith.platform.events.Received;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.RecordInterceptor;

/** A record under a foreign key would not stay in order with the others of its subject, so it is malformed. */
final class KeyCheck implements RecordInterceptor<String, Received> {

    @Override
    public ConsumerRecord<String, Received> intercept(
            ConsumerRecord<String, Received> record, Consumer<String, Received> consumer) {
        // The client does not ask the deserializer about a record without a value.
        if (record.value() == null) {
            throw new MalformedEventException("The record has no value");
        }
        String subject = record.value().envelope().getSubject();
        if (!subject.equals(record.key())) {
            throw new MalformedEventException("The record's key must be its envelope.subject");
        }
        return record;
    }
}
