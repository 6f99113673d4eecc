package io.crewsmith.deployment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files so that a reader sees the old one or the new one, never half of one, even after a power cut. */
final class DurableFiles {

    private final Path root;

    DurableFiles(Path root) {
        this.root = root;
    }

    /** Writes the file at this path below the root; folders are made if need be. */
    void write(Path relative, byte[] bytes) throws IOException {
        Path folder = folder(relative);
        Path file = folder.resolve(relative.getFileName());
        Path temporary = folder.resolve("." + relative.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** The folder of the file, none of it a link: a link could lead what is written out of the root. */
    private Path folder(Path relative) throws IOException {
        Path folder = root;
        for (Path name : relative) {
            requireNoLink(folder.resolve(name));
            if (!folder.resolve(name).equals(root.resolve(relative))) {
                folder = folder.resolve(name);
            }
        }
        Files.createDirectories(folder);
        return folder;
    }

    private static void requireNoLink(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new IOException("%s is a link, and nothing is written through links".formatted(path));
        }
    }
}
