package io.crewsmith.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledPlatformTests {

    private static final int ENOUGH = 200;

    @TempDir
    private Path folder;

    @Test
    void aPlatformOwnsItsFolderUntilItIsKilledAndWhatItAcknowledgedIsThereAfterwards() throws Exception {
        int safe = runAndKill();
        try (EmbeddedServices services = Stopwatch.time("start after a kill", () -> EmbeddedServices.start(folder))) {
            Journal journal = new Journal(services);
            List<Integer> promised = IntStream.rangeClosed(1, safe).boxed().toList();
            assertThat(journal.records()).doesNotHaveDuplicates().containsAll(promised);
            assertThat(journal.rows()).containsAll(promised);
            assertThat(journal.committedOffset()).isGreaterThanOrEqualTo(safe);
        }
    }

    /** The last number that the process called safe. */
    private int runAndKill() throws IOException, InterruptedException {
        Process platform = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ForkedPlatform.class.getName(),
                        folder.toString())
                .redirectError(Redirect.INHERIT)
                .start();
        int safe = 0;
        try (BufferedReader lines = platform.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("safe ")) {
                    safe = Integer.parseInt(line.substring("safe ".length()));
                }
                if (safe == ENOUGH) {
                    assertThatThrownBy(() -> DataFolderLock.take(folder))
                            .hasMessage("A Crewsmith platform (process " + platform.pid() + ") already uses " + folder
                                    + ". Stop it, or choose another folder with --data.");
                    // Not Process.destroyForcibly, which also closes the stream with the last promises in it.
                    platform.toHandle().destroyForcibly();
                }
            }
        } finally {
            platform.destroyForcibly().waitFor();
        }
        assertThat(safe).isGreaterThanOrEqualTo(ENOUGH);
        return safe;
    }
}
