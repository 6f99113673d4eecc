package io.crewsmith.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right to use a data folder, held by one process at a time.
 *
 * <p>Two brokers on one folder corrupt the metadata log, and neither Kafka's nor PostgreSQL's own lock file covers both,
 * so this lock is taken before either starts. The operating system drops it with the process, however that ends; the
 * file itself stays, because deleting it would let two processes lock two different files of the same name.
 */
public final class DataFolderLock implements AutoCloseable {

    private static final String FILE_NAME = "crewsmith.lock";

    private final FileChannel channel;

    private DataFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Makes the folder if need be and locks it.
     *
     * @throws CannotStartException if it is no folder, cannot be written to, or belongs to a running platform
     */
    public static DataFolderLock take(Path folder) {
        FileChannel channel = open(folder);
        try {
            FileLock lock = tryLock(channel);
            if (lock == null) {
                throw new CannotStartException("A Crewsmith platform (process "
                        + Files.readString(file(folder)).strip() + ") already uses " + folder
                        + ". Stop it, or choose another folder with --data.");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new DataFolderLock(channel);
        } catch (IOException e) {
            closeQuietly(channel);
            throw unwritable(folder, e);
        } catch (CannotStartException e) {
            closeQuietly(channel);
            throw e;
        }
    }

    private static FileChannel open(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CannotStartException(
                    folder + " is a file, but the data need a folder. Choose another place with --data.");
        }
        try {
            Files.createDirectories(folder);
            return FileChannel.open(file(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** Within one JVM a second lock is an exception, between two JVMs it is a null: both mean "taken". */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static CannotStartException unwritable(Path folder, IOException cause) {
        return new CannotStartException(
                "The data folder " + folder + " cannot be written to by this user. Change its permissions, or choose"
                        + " another folder with --data.",
                cause);
    }

    private static Path file(Path folder) {
        return folder.resolve(FILE_NAME);
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // The reason why the lock failed is already on its way to the reader.
        }
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }
}
