package io.crewsmith.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to use a data folder, held by one process at a time.
 *
 * <p>Two brokers on one folder corrupt the metadata log, and neither Kafka's nor PostgreSQL's own lock file covers both,
 * so this lock is taken before either starts. The operating system drops it with the process, however that ends; the
 * file itself stays, because deleting it would let two processes lock two different files of the same name.
 */
public final class DataFolderLock implements AutoCloseable {

    private static final String FILE_NAME = "crewsmith.lock";

    /** Asked first, because POSIX drops a process's lock as soon as that process closes the file anywhere else. */
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path realFolder;
    private final FileChannel channel;

    private DataFolderLock(Path realFolder, FileChannel channel) {
        this.realFolder = realFolder;
        this.channel = channel;
    }

    /**
     * Makes the folder if need be and locks it.
     *
     * @throws CannotStartException if it is no folder, cannot be written to, or belongs to a running platform
     */
    public static DataFolderLock take(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CannotStartException(
                    folder + " is a file, but the data need a folder. Choose another place with --data.");
        }
        try {
            Path realFolder = Files.createDirectories(folder).toRealPath();
            if (!HELD_BY_THIS_PROCESS.add(realFolder)) {
                throw taken(folder, Long.toString(ProcessHandle.current().pid()));
            }
            try {
                return new DataFolderLock(realFolder, locked(folder, realFolder.resolve(FILE_NAME)));
            } catch (IOException | RuntimeException e) {
                HELD_BY_THIS_PROCESS.remove(realFolder);
                throw e;
            }
        } catch (IOException e) {
            throw new CannotStartException(
                    "The data folder " + folder
                            + " cannot be written to by this user. Change its permissions, or choose"
                            + " another folder with --data.",
                    e);
        }
    }

    private static FileChannel locked(Path folder, Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw taken(folder, Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
        return channel;
    }

    private static CannotStartException taken(Path folder, String process) {
        return new CannotStartException("A Crewsmith platform (process " + process + ") already uses " + folder
                + ". Stop it, or choose another folder with --data.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock on " + realFolder + " could not be given back", e);
        } finally {
            HELD_BY_THIS_PROCESS.remove(realFolder);
        }
    }
}
