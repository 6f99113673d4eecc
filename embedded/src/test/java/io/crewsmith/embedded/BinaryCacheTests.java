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

    @Test
    void programsThatAKillCutOffAreUnpackedAgainAndWholeOnesKept() throws IOException {
        Path programs = BinaryCache.folder(Optional.empty(), folder, folder);
        Path half = Files.createDirectories(programs.resolve("PG-half/bin")).resolve("postgres");
        Files.writeString(half, "half of it");
        Files.createFile(programs.resolve("PG-half/epg-lock"));
        Path whole = Files.createDirectories(programs.resolve("PG-whole"));
        Files.createFile(whole.resolve(".exists"));

        assertThat(BinaryCache.folder(Optional.empty(), folder, folder)).isEqualTo(programs);
        assertThat(programs).isDirectoryNotContaining(path -> path.endsWith("PG-half"));
        assertThat(whole.resolve(".exists")).exists();
    }
}
