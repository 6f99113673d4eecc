package io.crewsmith.platform.outbox;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The ways into one database: pooled, in a transaction, and, by its properties, outside the pool. */
record DatabaseAccess(
        DataSourceProperties properties, DataSource dataSource, JdbcClient jdbc, TransactionOperations transactions) {}
