package io.crewsmith.platform.outbox;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A database schema that is written from events, and can be made anew from them. */
public record ReadModel(JdbcClient jdbc, TransactionOperations transactions) {}
