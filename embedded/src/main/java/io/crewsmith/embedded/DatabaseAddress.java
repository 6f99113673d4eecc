package io.crewsmith.embedded;

/**
 * Where a PostgreSQL database is and who may enter.
 *
 * @param password a secret; {@link #toString()} hides it
 */
public record DatabaseAddress(String host, int port, String database, String user, String password) {

    /** Without user and password: {@code jdbc:postgresql://127.0.0.1:5432/crewsmith}. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** Without user and password: {@code r2dbc:postgresql://127.0.0.1:5432/crewsmith}. */
    public String r2dbcUrl() {
        return "r2dbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** Another database of the same server, entered by the same user. */
    public DatabaseAddress in(String otherDatabase) {
        return new DatabaseAddress(host, port, otherDatabase, user, password);
    }

    @Override
    public String toString() {
        return jdbcUrl() + " as " + user + ", password ***";
    }
}
