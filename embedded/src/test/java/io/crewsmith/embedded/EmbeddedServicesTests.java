package io.crewsmith.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServicesTests {

    private final Path folder;

    /** A space, because people's folders have them and two foreign programs get to see the path. */
    EmbeddedServicesTests(@TempDir Path parent) {
        this.folder = parent.resolve("my data");
    }

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
    void portsThatSomebodyElseTookGiveWayAndTheDataStay() throws Exception {
        EmbeddedServices first = EmbeddedServices.start(folder);
        try (first) {
            write(new Journal(first), 1);
        }
        try (var kafka = taken("kafka/port");
                var controller = taken("kafka/controller-port");
                var database = taken("postgresql/port");
                EmbeddedServices services = EmbeddedServices.start(folder)) {
            assertThat(services.bootstrapServers()).doesNotEndWith(":" + kafka.getLocalPort());
            assertThat(services.database().port()).isNotEqualTo(database.getLocalPort());
            assertThat(controller.isBound()).isTrue();
            assertThat(new Journal(services).records()).containsExactly(1);
            assertThat(new Journal(services).rows()).containsExactly(1);
        }
    }

    @Test
    void aFolderThatKafkaWouldMisreadIsRefusedAndGivenBack() {
        Path comma = folder.resolve("a,b");
        for (int attempt = 1; attempt <= 2; attempt++) {
            assertThatThrownBy(() -> EmbeddedServices.start(comma))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessage("Kafka takes the comma in " + comma.resolve("kafka")
                            + " for the end of a folder's name. Choose a folder without one with --data.");
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

    private ServerSocket taken(String portFile) throws IOException {
        int port = Integer.parseInt(Files.readString(folder.resolve(portFile)).strip());
        return new ServerSocket(port, 1, InetAddress.getByName(Loopback.HOST));
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
