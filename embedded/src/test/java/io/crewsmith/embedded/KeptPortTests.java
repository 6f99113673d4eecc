package io.crewsmith.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptPortTests {

    @TempDir
    private Path folder;

    @Test
    void aFreePortIsChosenOnceAndKept() throws IOException {
        int port = KeptPort.of("Kafka", file(), 0);
        assertThat(port).isBetween(1, 65_535);
        assertThat(file()).hasContent(port + "");
        assertThat(KeptPort.of("Kafka", file(), 0)).isEqualTo(port);
    }

    @Test
    void aKeptPortThatSomebodyElseTookGivesWay() throws IOException {
        try (ServerSocket taken = listen()) {
            Files.writeString(file(), taken.getLocalPort() + "\n");
            int port = KeptPort.of("Kafka", file(), 0);
            assertThat(port).isNotEqualTo(taken.getLocalPort());
            assertThat(file()).hasContent(port + "");
        }
    }

    @Test
    void aFileWithoutAPortIsOverwritten() throws IOException {
        Files.writeString(file(), "99999\n");
        assertThat(KeptPort.of("Kafka", file(), 0)).isBetween(1, 65_535);
    }

    @Test
    void aWantedPortIsTakenOrRefusedButNeverReplaced() throws IOException {
        int free;
        try (ServerSocket taken = listen()) {
            free = taken.getLocalPort();
            assertThatThrownBy(() -> KeptPort.of("Kafka", file(), taken.getLocalPort()))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessage("Port " + taken.getLocalPort()
                            + " on 127.0.0.1, asked for Kafka, is in use. Stop what uses it, or choose another port.");
        }
        assertThat(KeptPort.of("Kafka", file(), free)).isEqualTo(free);
        assertThat(file()).doesNotExist();
    }

    private Path file() {
        return folder.resolve("port");
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName(Loopback.HOST));
    }
}
