package io.crewsmith.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Memory of this process and of the database's, as Linux counts it: shared pages are split among their users (Pss). */
final class Memory {

    private Memory() {}

    static void print(PrintStream out, Path data) throws IOException {
        out.printf(
                "Memory: %s in this process (broker, services, load), %s in PostgreSQL%n",
                megabytes(Stream.of(ProcessHandle.current())), megabytes(postgres(data)));
    }

    /** The server is no child of this process, but it says in its folder who it is. */
    private static Stream<ProcessHandle> postgres(Path data) throws IOException {
        try (Stream<Path> files = Files.find(data, 4, (file, kind) -> file.endsWith("postmaster.pid"))) {
            Optional<Path> found = files.findFirst();
            return found.isEmpty()
                    ? Stream.empty()
                    : ProcessHandle.of(Long.parseLong(
                                    Files.readAllLines(found.get()).getFirst()))
                            .stream()
                            .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()));
        }
    }

    private static String megabytes(Stream<ProcessHandle> processes) {
        try {
            long kilobytes = 0;
            for (ProcessHandle process : processes.toList()) {
                kilobytes += proportionalSet(process.pid());
            }
            return kilobytes / 1_024 + " MB";
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static long proportionalSet(long process) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        }
    }
}
