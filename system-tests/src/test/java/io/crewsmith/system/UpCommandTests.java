package io.crewsmith.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.crewsmith.standalone.CrewsmithApplication;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code up} says when it cannot start: one sentence, and an exit code that is not 0. */
class UpCommandTests {

    @TempDir
    private Path folder;

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            assertThat(complaint("--port", "" + port))
                    .isEqualTo("Port %d is in use. Stop what uses it, or choose another one with --port.\n", port);
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aSecondPlatformOnTheSameDataSaysSo() {
        Path data = RunningPlatform.folder();

        assertThat(complaint("--port", "0", "--data", data.toString()))
                .startsWith("A Crewsmith platform (process ")
                .endsWith(") already uses %s. Stop it, or choose another folder with --data.\n".formatted(data));
    }

    @Test
    void dataThatCannotBeAFolderAreNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        assertThat(complaint("--port", "0", "--data", file.toString()))
                .isEqualTo("%s is a file, but the data need a folder. Choose another place with --data.\n"
                        .formatted(file));
    }

    @Test
    void anOptionThatDoesNotExistIsAnsweredWithTheUsage() {
        assertThat(complaint("--prot", "1")).startsWith("Unknown option").contains("Usage: crewsmith up");
    }

    private String complaint(String... options) {
        var complaints = new StringWriter();
        String[] arguments = new String[options.length + 1];
        arguments[0] = "up";
        System.arraycopy(options, 0, arguments, 1, options.length);

        int exitCode = CrewsmithApplication.execute(new PrintWriter(complaints, true), arguments);

        assertThat(exitCode).isPositive();
        return complaints.toString();
    }
}
