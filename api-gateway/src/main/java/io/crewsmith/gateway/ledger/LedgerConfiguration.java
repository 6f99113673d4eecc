package io.crewsmith.gateway.ledger;

import io.crewsmith.platform.outbox.ServiceSchemas;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The ledger in one database, named twice: {@code spring.datasource.*} for the listener's thread, which blocks anyway,
 * and {@code spring.r2dbc.*} for requests, which must not.
 */
@Configuration(proxyBeanMethods = false)
public class LedgerConfiguration {

    @Bean
    LedgerListener ledgerListener(ServiceSchemas schemas) {
        return new LedgerListener(new Ledger(schemas.openReadModel("ledger")));
    }

    @Bean
    LedgerQueries ledgerQueries(ConnectionFactory connections) {
        return new LedgerQueries(DatabaseClient.create(connections));
    }

    @Bean
    RuleQueries ruleQueries(ConnectionFactory connections) {
        return new RuleQueries(DatabaseClient.create(connections));
    }

    @Bean
    ReviewQueries reviewQueries(ConnectionFactory connections) {
        return new ReviewQueries(DatabaseClient.create(connections));
    }

    @Bean
    ScanQueries scanQueries(ConnectionFactory connections) {
        return new ScanQueries(DatabaseClient.create(connections));
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
