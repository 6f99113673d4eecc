package io.crewsmith.platform.outbox;

import io.crewsmith.platform.events.Received;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Remembers what was processed, in the transaction of its effects, so that a redelivered event has none. */
public final class Inbox {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final String schema;

    Inbox(JdbcClient jdbc, TransactionOperations transactions, String schema) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.schema = schema;
    }

    /** Does the work in one transaction unless this event was seen before. */
    public void once(Received received, Runnable work) {
        transactions.executeWithoutResult(transaction -> {
            if (firstTime(received)) {
                work.run();
            }
        });
    }

    private boolean firstTime(Received received) {
        return jdbc.sql("insert into %s.inbox (event_id) values (?) on conflict do nothing".formatted(schema))
                        .param(received.eventId())
                        .update()
                == 1;
    }
}
