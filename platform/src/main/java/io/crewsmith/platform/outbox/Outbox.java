package io.crewsmith.platform.outbox;

import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.platform.kafka.TraceParent;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes events in the transaction that changes the state; {@link OutboxRelay} publishes them once it has committed. */
public final class Outbox {

    private final JdbcClient jdbc;
    private final EventCodec codec;
    private final TraceParent traceParent;
    private final String schema;

    Outbox(JdbcClient jdbc, EventCodec codec, TraceParent traceParent, String schema) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.traceParent = traceParent;
        this.schema = schema;
    }

    /** Stores the event for the topic. Only within a transaction, or the event could outlive a change that failed. */
    public void append(String topic, SpecificRecord event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An event is stored with the change that it tells of: in a transaction");
        }
        jdbc.sql("insert into %s.outbox (topic, event, trace_parent) values (?, ?, ?)".formatted(schema))
                .param(topic)
                .param(codec.encode(event))
                .param(traceParent.current())
                .update();
        jdbc.sql("select pg_notify(?, '')").param(channel(schema)).query().singleRow();
    }

    static String channel(String schema) {
        return schema + "_outbox";
    }
}
