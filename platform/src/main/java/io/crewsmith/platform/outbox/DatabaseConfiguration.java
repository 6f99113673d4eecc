package io.crewsmith.platform.outbox;

import com.zaxxer.hikari.HikariDataSource;
import io.crewsmith.platform.events.EventCodec;
import io.crewsmith.platform.kafka.EventPublisher;
import io.crewsmith.platform.kafka.TraceParent;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the mechanism to the database that {@code spring.datasource.*} names. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataSourceProperties.class)
public class DatabaseConfiguration {

    @Bean
    HikariDataSource dataSource(DataSourceProperties properties) {
        return properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
    }

    @Bean
    DatabaseAccess databaseAccess(DataSourceProperties properties, HikariDataSource dataSource) {
        return new DatabaseAccess(
                properties,
                dataSource,
                JdbcClient.create(dataSource),
                new TransactionTemplate(new JdbcTransactionManager(dataSource)));
    }

    @Bean
    ServiceSchemas serviceSchemas(
            DatabaseAccess database,
            EventPublisher publisher,
            EventCodec codec,
            TraceParent traceParent,
            MeterRegistry meters) {
        return new ServiceSchemas(database, publisher, codec, traceParent, meters);
    }
}
