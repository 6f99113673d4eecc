package io.crewsmith.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderLockTests {

    @TempDir
    private Path parent;

    @Test
    void namesTheProcessThatUsesTheFolder() {
        try (DataFolderLock held = DataFolderLock.take(parent)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> DataFolderLock.take(parent))
                    .hasMessage("A Crewsmith platform (process "
                            + ProcessHandle.current().pid() + ") already uses " + parent
                            + ". Stop it, or choose another folder with --data.");
        }
    }

    @Test
    void outlastsTheAttemptToTakeItTwice() {
        try (DataFolderLock held = DataFolderLock.take(parent)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> DataFolderLock.take(parent)).isInstanceOf(CannotStartException.class);
            assertThatThrownBy(() -> DataFolderLock.take(parent.resolve("../" + parent.getFileName())))
                    .isInstanceOf(CannotStartException.class);
        }
    }

    @Test
    void isFreeAgainAfterItsHolder() throws IOException {
        Path folder = parent.resolve("new");
        DataFolderLock.take(folder).close();
        DataFolderLock.take(folder).close();
        assertThat(folder.resolve("crewsmith.lock"))
                .hasContent(ProcessHandle.current().pid() + "");
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.createFile(parent.resolve("data"));
        assertThatThrownBy(() -> DataFolderLock.take(file))
                .isInstanceOf(CannotStartException.class)
                .hasMessage(file + " is a file, but the data need a folder. Choose another place with --data.");
    }

    @Test
    void refusesAFolderThatCannotBeMade() throws IOException {
        Path below = Files.createFile(parent.resolve("file")).resolve("data");
        assertThatThrownBy(() -> DataFolderLock.take(below)).hasMessage(unwritable(below));
    }

    @Test
    void refusesAFolderThatCannotBeWrittenTo() {
        assertThat(parent.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(parent), "this user may write everywhere");
        assertThatThrownBy(() -> DataFolderLock.take(parent)).hasMessage(unwritable(parent));
    }

    private static String unwritable(Path folder) {
        return "The data folder " + folder + " cannot be written to by this user. Change its permissions, or choose"
                + " another folder with --data.";
    }
}
