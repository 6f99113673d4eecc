package io.crewsmith.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewClusterTests {

    @TempDir
    private Path home;

    private Path file = Path.of("");

    @BeforeEach
    void aClusterWithOneFile() throws IOException {
        file = Files.createDirectories(data().resolve("base")).resolve("1");
        Files.writeString(file, "rows");
    }

    @Test
    void aFinishedClusterIsNeverTouched() throws IOException {
        NewCluster.in(home, data());
        assertThat(file).hasContent("rows");
        assertThat(home.resolve("unfinished")).doesNotExist();
    }

    @Test
    void anUnfinishedClusterStartsOver() throws IOException {
        Files.createFile(home.resolve("unfinished"));
        NewCluster.in(home, data());
        assertThat(data()).doesNotExist();
        assertThat(home.resolve("unfinished")).exists();
    }

    private Path data() {
        return home.resolve("data");
    }
}
