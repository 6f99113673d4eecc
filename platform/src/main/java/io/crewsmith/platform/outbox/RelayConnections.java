package io.crewsmith.platform.outbox;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections that stay with their relay, outside the pool. */
@FunctionalInterface
interface RelayConnections {

    Connection open() throws SQLException;
}
