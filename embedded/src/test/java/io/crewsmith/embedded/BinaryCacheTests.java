package io.crewsmith.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinaryCacheTests {

    @TempDir
    private Path folder;

    @Test
    void liesInTheUsersCacheClosedToOthers() throws IOException {
        Path home = folder.resolve("home");
        assertThat(BinaryCache.folder(Optional.empty(), home, folder))
                .isEqualTo(home.resolve(".cache/crewsmith/postgresql"))
                .isDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(".cache/crewsmith"))))
                .isEqualTo("rwx------");
    }

    @Test
    void followsXdgCacheHome() throws IOException {
        Path cache = folder.resolve("elsewhere");
        assertThat(BinaryCache.folder(Optional.of(cache.toString()), folder.resolve("home"), folder))
                .isEqualTo(cache.resolve("crewsmith/postgresql"));
    }

    @Test
    void liesBesideTheDataWhereTheUserHasNoHome() throws IOException {
        Path beside = folder.resolve("programs/postgresql");
        Path notAFolder = Files.createFile(folder.resolve("home"));
        assertThat(BinaryCache.folder(Optional.empty(), notAFolder, folder)).isEqualTo(beside);
        assertThat(BinaryCache.folder(Optional.empty(), Path.of("?"), folder)).isEqualTo(beside);
    }
}
