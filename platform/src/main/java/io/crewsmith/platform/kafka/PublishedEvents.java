package io.crewsmith.platform.kafka;

import io.crewsmith.schemas.Topic;
import io.crewsmith.schemas.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Counts the events that the broker took, by type. */
final class PublishedEvents {

    private final MeterRegistry meters;

    PublishedEvents(MeterRegistry meters) {
        this.meters = meters;
        // From the start, at zero: a counter that appears with its first incident would show no increase.
        Topics.all().stream()
                .filter(topic -> topic.name().equals(Topics.INCIDENTS))
                .map(Topic::records)
                .forEach(records ->
                        records.forEach(type -> counter(SpecificData.get().getSchema(type))));
    }

    void count(SpecificRecord event) {
        counter(event.getSchema()).increment();
    }

    private Counter counter(Schema type) {
        return Counter.builder("crewsmith.events")
                .description("Events that this service published")
                .tag("type", type.getName())
                .register(meters);
    }
}
