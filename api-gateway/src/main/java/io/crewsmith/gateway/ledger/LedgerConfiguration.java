package io.crewsmith.gateway.ledger;

import io.crewsmith.platform.outbox.ServiceSchemas;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The ledger in the database that {@code spring.r2dbc.*} names; {@code spring.datasource.*} names it for migrations. */
@Configuration(proxyBeanMethods = false)
public class LedgerConfiguration {

    @Bean
    LedgerListener ledgerListener(ServiceSchemas schemas, ConnectionFactory connections) {
        schemas.migrate("ledger");
        DatabaseClient database = DatabaseClient.create(connections);
        var transactions = TransactionalOperator.create(new R2dbcTransactionManager(connections));
        return new LedgerListener(new Ledger(database, transactions, new Projection(database)));
    }

    @Bean
    LedgerQueries ledgerQueries(ConnectionFactory connections) {
        return new LedgerQueries(DatabaseClient.create(connections));
    }

    @Bean
    LedgerSignals ledgerSignals(ConnectionFactory connections) {
        return new LedgerSignals(unpooled(connections));
    }

    /** A connection that listens is never given back, so it must not come from the pool. */
    private static ConnectionFactory unpooled(ConnectionFactory connections) {
        Object innermost = connections;
        while (innermost instanceof Wrapped<?> wrapped) {
            innermost = wrapped.unwrap();
        }
        return (ConnectionFactory) innermost;
    }
}
