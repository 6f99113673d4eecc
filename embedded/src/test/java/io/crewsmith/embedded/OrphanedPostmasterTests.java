package io.crewsmith.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanedPostmasterTests {

    @TempDir
    private Path data;

    @Test
    void aProcessThatIsNoPostgresIsLeftAloneAndItsNumberForgotten() throws Exception {
        Process bystander = new ProcessBuilder("sleep", "60").start();
        try {
            pidFile(bystander.pid() + "\n" + data + "\n");
            OrphanedPostmaster.stop(data);
            assertThat(bystander.isAlive()).isTrue();
            assertThat(data.resolve("postmaster.pid")).doesNotExist();
        } finally {
            bystander.destroyForcibly().waitFor();
        }
    }

    @Test
    void aNumberThatNoProcessHasIsForgotten() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        pidFile(gone.pid() + "\n");
        OrphanedPostmaster.stop(data);
        assertThat(data.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void anUnreadableFileIsForgotten() throws IOException {
        pidFile("");
        OrphanedPostmaster.stop(data);
        assertThat(data.resolve("postmaster.pid")).doesNotExist();
    }

    private void pidFile(String content) throws IOException {
        Files.writeString(data.resolve("postmaster.pid"), content);
    }
}
