package io.crewsmith.platform.outbox;

import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The database schema that one service owns, migrated, with its inbox, its outbox and the relay of that outbox. */
public final class ServiceSchema implements SmartLifecycle {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Inbox inbox;
    private final Outbox outbox;
    private final OutboxRelay relay;

    ServiceSchema(JdbcClient jdbc, TransactionOperations transactions, Inbox inbox, Outbox outbox, OutboxRelay relay) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.inbox = inbox;
        this.outbox = outbox;
        this.relay = relay;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public TransactionOperations transactions() {
        return transactions;
    }

    public Inbox inbox() {
        return inbox;
    }

    public Outbox outbox() {
        return outbox;
    }

    @Override
    public void start() {
        relay.start();
    }

    @Override
    public void stop() {
        relay.stop();
    }

    @Override
    public boolean isRunning() {
        return relay.isRunning();
    }
}
