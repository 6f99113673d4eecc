package io.crewsmith.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServicesTests {

    @TempDir
    private Path folder;

    @Test
    void recordsOffsetsRowsAndAddressesSurviveARestart() throws Exception {
        String bootstrapServers;
        DatabaseAddress database;
        try (EmbeddedServices services = Stopwatch.time("first start", () -> EmbeddedServices.start(folder))) {
            bootstrapServers = services.bootstrapServers();
            database = services.database();
            write(new Journal(services), 1, 2, 3);
        }
        try (EmbeddedServices services = Stopwatch.time("second start", () -> EmbeddedServices.start(folder))) {
            Journal journal = new Journal(services);
            assertThat(journal.records()).containsExactly(1, 2, 3);
            assertThat(journal.committedOffset()).isEqualTo(3);
            assertThat(journal.rows()).containsExactly(1, 2, 3);
            assertThat(services.bootstrapServers()).isEqualTo(bootstrapServers);
            assertThat(services.database()).isEqualTo(database);
        }
    }

    @Test
    void aRunningPlatformKeepsItsFolderItsSecretAndItsDurability() throws Exception {
        try (EmbeddedServices services = EmbeddedServices.start(folder)) {
            assertThatThrownBy(() -> EmbeddedServices.start(folder))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessage("A Crewsmith platform (process "
                            + ProcessHandle.current().pid() + ") already uses " + folder
                            + ". Stop it, or choose another folder with --data.");

            DatabaseAddress database = services.database();
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "guess"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "postgres", ""))
                    .hasMessageContaining("SCRAM");

            assertThat(settings(new Journal(services), "fsync", "synchronous_commit", "listen_addresses"))
                    .containsExactly("on", "on", "127.0.0.1");
        }
    }

    private static void write(Journal journal, int... numbers) throws Exception {
        journal.open();
        try (var producer = journal.producer();
                var consumer = journal.consumer();
                var connection = journal.connect()) {
            for (int number : numbers) {
                journal.send(producer, number);
                journal.insert(connection, number);
            }
            journal.commitOffset(consumer, numbers.length);
        }
    }

    private static List<String> settings(Journal journal, String... names) throws Exception {
        try (var connection = journal.connect();
                var statement = connection.createStatement()) {
            List<String> values = new ArrayList<>();
            for (String name : names) {
                try (var row = statement.executeQuery("SHOW " + name)) {
                    row.next();
                    values.add(row.getString(1));
                }
            }
            return values;
        }
    }
}
