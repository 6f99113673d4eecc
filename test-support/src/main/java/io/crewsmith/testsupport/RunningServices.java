package io.crewsmith.testsupport;

import io.crewsmith.embedded.DatabaseAddress;

/** One broker and one PostgreSQL server, wherever they run. */
interface RunningServices extends AutoCloseable {

    String bootstrapServers();

    /** A database whose user may create further ones. */
    DatabaseAddress database();

    @Override
    void close();
}
