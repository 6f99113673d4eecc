package io.crewsmith.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/**
 * One PostgreSQL beside this JVM: bound to the loopback address, its data kept in a folder.
 *
 * <p>It asks every client for a password (SCRAM), holds one database {@code crewsmith}, and one role of that name which
 * owns it, may make further databases and is no superuser. The caller holds the {@link DataFolderLock}.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String NAME = "crewsmith";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;
    private final DatabaseAddress address;

    private EmbeddedDatabase(EmbeddedPostgres server, DatabaseAddress address) {
        this.server = server;
        this.address = address;
    }

    /**
     * Makes the database cluster if the folder is new, stops a server that an interrupted run left on it, and returns
     * when the database takes connections.
     *
     * @throws CannotStartException if it cannot, with the reason
     */
    public static EmbeddedDatabase start(Path folder, EmbeddedSettings settings) {
        try {
            Files.createDirectories(folder);
            Path home = folder.toRealPath();
            Path data = home.resolve("data");
            OrphanedPostmaster.stop(data);
            int port = KeptPort.of("PostgreSQL", home.resolve("port"), settings.databasePort());
            String password = DatabasePassword.of(home.resolve("password"));
            NewCluster cluster = NewCluster.in(home, data);
            EmbeddedPostgres server = server(home, data, port, settings.synced(), password);
            cluster.finish(server.getPostgresDatabase(), NAME, password);
            return new EmbeddedDatabase(server, new DatabaseAddress(Loopback.HOST, port, NAME, NAME, password));
        } catch (CannotStartException e) {
            throw e;
        } catch (IOException | SQLException | RuntimeException | ExceptionInInitializerError e) {
            throw new CannotStartException(
                    "PostgreSQL did not start in " + folder + ": " + e.getMessage() + "; its own words are in "
                            + folder.resolve("postgresql.log") + ".",
                    e);
        }
    }

    private static EmbeddedPostgres server(Path home, Path data, int port, boolean synced, String password)
            throws IOException {
        Path log = home.resolve("postgresql.log");
        Files.deleteIfExists(log);
        EmbeddedPostgres.Builder server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(BinaryCache.folder(home).toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setPort(port)
                .setConnectConfig("password", password)
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()));
        ServerSettings.cluster(home.resolve("password")).forEach(server::setLocaleConfig);
        ServerSettings.server(synced).forEach(server::setServerConfig);
        return server.start();
    }

    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop cleanly", e);
        }
    }
}
