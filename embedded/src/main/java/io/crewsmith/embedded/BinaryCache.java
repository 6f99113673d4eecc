package io.crewsmith.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where PostgreSQL's programs are unpacked: once for a user, so that every later start, on any folder, is fast.
 *
 * <p>{@code $XDG_CACHE_HOME/crewsmith/postgresql}, or {@code ~/.cache/…}; where neither can be written to, a folder
 * beside the data. The enclosing folder is closed to other users, since what lies in it gets executed.
 */
final class BinaryCache {

    private BinaryCache() {}

    static Path folder(Path besideData) throws IOException {
        return folder(
                Optional.ofNullable(System.getenv("XDG_CACHE_HOME")),
                Path.of(System.getProperty("user.home", "")),
                besideData);
    }

    static Path folder(Optional<String> xdgCacheHome, Path home, Path besideData) throws IOException {
        Path cache = xdgCacheHome.map(Path::of).filter(Path::isAbsolute).orElse(home.resolve(".cache"));
        // A user without an entry in the system's list has the home "?".
        if (cache.isAbsolute()) {
            try {
                return closed(cache.resolve("crewsmith"));
            } catch (IOException e) {
                // A home that cannot be written to is usual in a container.
            }
        }
        return closed(besideData.resolve("programs"));
    }

    private static Path closed(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path programs = Files.createDirectories(folder.resolve("postgresql"));
        try (Stream<Path> versions = Files.list(programs)) {
            for (Path version : versions.toList()) {
                if (isHalfUnpacked(version)) {
                    FolderTree.delete(version);
                }
            }
        }
        return programs;
    }

    /** The library that unpacks would take a file cut off by a kill for a whole one, for ever. */
    private static boolean isHalfUnpacked(Path version) throws IOException {
        if (Files.exists(version.resolve(".exists"))) {
            return false;
        }
        Path lock = version.resolve("epg-lock");
        if (!Files.exists(lock)) {
            return true;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        }
    }
}
